package dev.slipway.cmn.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through an uploaded workbook before the reading library sees it, with that library's own zip and XML parsers:
 * inflates every part once within the limits and checks the numbers that the library would believe.
 */
final class WorkbookGuard {
    private static final int ZIP_SIGNATURE = 0x504b0304;

    private final WorkbookLimits limits;
    private final XMLInputFactory xml = new InputFactoryImpl();

    WorkbookGuard(WorkbookLimits limits) {
        this.limits = limits;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * @throws NotAWorkbook when the file is none, or could cost more memory or time than a workbook may
     * @throws IOException when the file can't be opened
     */
    void check(File file) throws IOException {
        requireZip(file);
        try (ZipFile zip = ZipFile.builder().setFile(file).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > limits.parts()) {
                throw new NotAWorkbook("it has more than " + limits.parts() + " parts");
            }
            PartContents contents = new PartContents();
            long inflated = 0;
            for (ZipArchiveEntry part : parts) {
                inflated += checkPart(zip, part, contents);
                if (inflated > limits.inflated().toBytes()) {
                    throw new NotAWorkbook("it is larger than " + limits.inflated() + " when inflated");
                }
            }
            contents.requireStrings();
        } catch (IOException | IllegalArgumentException broken) {
            // The file could be read a moment ago: what fails is what it holds, whatever the library calls that.
            throw new NotAWorkbook("it is not a whole zip file");
        }
    }

    private static void requireZip(File file) throws IOException {
        try (InputStream in = new java.io.FileInputStream(file)) {
            byte[] first = in.readNBytes(4);
            if (first.length < 4 || java.nio.ByteBuffer.wrap(first).getInt() != ZIP_SIGNATURE) {
                throw new NotAWorkbook("it is not an xlsx file");
            }
        }
    }

    private long checkPart(ZipFile zip, ZipArchiveEntry part, PartContents contents) throws IOException {
        if (!zip.canReadEntryData(part)) {
            throw new NotAWorkbook("it is encrypted or compressed in an unusual way");
        }
        try (InputStream in = new BufferedInputStream(zip.getInputStream(part))) {
            InflatingPart inflating = new InflatingPart(
                    in, part.getCompressedSize(), limits.part().toBytes(), limits.ratio());
            if (looksLikeXml(in)) {
                boolean strings = checkXml(inflating, contents);
                requireSmall(strings, inflating.bytes());
                return inflating.bytes();
            }
            return skip(in, part.getCompressedSize());
        }
    }

    private void requireSmall(boolean strings, long bytes) {
        if (strings && bytes > limits.strings().toBytes()) {
            throw new NotAWorkbook("its shared strings are larger than " + limits.strings());
        }
    }

    /** Pictures and the like are never read, only measured. */
    private long skip(InputStream in, long compressed) throws IOException {
        long most = Math.min(limits.part().toBytes(), Math.max(1 << 20, compressed * limits.ratio()));
        long skipped = 0;
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            skipped += read;
            if (skipped > most) {
                throw new NotAWorkbook("it holds more data than its size allows");
            }
        }
        return skipped;
    }

    /** Whatever an XML parser could take for XML: a {@code <} among the first bytes, whatever the encoding. */
    private static boolean looksLikeXml(InputStream in) throws IOException {
        in.mark(64);
        byte[] first = in.readNBytes(64);
        in.reset();
        for (byte next : first) {
            if (next == '<') {
                return true;
            }
        }
        return false;
    }

    private boolean checkXml(InputStream in, PartContents contents) throws IOException {
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(in);
            return contents.add(reader);
        } catch (XMLStreamException broken) {
            throw new NotAWorkbook("its XML is broken");
        }
    }
}
