package dev.slipway.cmn.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * One XML part of a workbook while it is inflated: refuses what would be too much before it is in memory. No tag and no
 * text may be longer than {@link #LONGEST} bytes, which the distance between two {@code <} shows; a DTD or CDATA
 * section (nothing that a spreadsheet program writes) could hide more, and so could another encoding than UTF-8.
 */
final class InflatingPart extends FilterInputStream {
    private static final int LONGEST = 64 * 1024;
    private static final long SMALL = 1024 * 1024;

    private final long mostBytes;
    private long bytes;
    private int sinceTag;
    private boolean afterTag;
    private boolean afterBang;

    /** @param compressed size in the zip; a small part may have any ratio */
    InflatingPart(InputStream in, long compressed, long most, int ratio) {
        super(in);
        this.mostBytes = Math.min(most, Math.max(SMALL, Math.max(1, compressed) * ratio));
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        bytes += Math.max(0, read);
        if (bytes > mostBytes) {
            throw new NotAWorkbook("it holds more data than its size allows");
        }
        for (int i = offset; i < offset + read; i++) {
            check(buffer[i]);
        }
        return read;
    }

    private void check(byte next) {
        if (next == 0) {
            throw new NotAWorkbook("its XML is not in UTF-8");
        }
        if (afterBang && next != '-') {
            throw new NotAWorkbook("its XML has a DTD or CDATA section");
        }
        afterBang = afterTag && next == '!';
        afterTag = next == '<';
        sinceTag = afterTag ? 0 : sinceTag + 1;
        if (sinceTag > LONGEST) {
            throw new NotAWorkbook("it has a text of more than 64 KB");
        }
    }
}
