package dev.slipway.cmn.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks for tests, written by hand so that they can be wrong. */
public final class Sheets {
    private static final String HEADING = row(1, "dictionary", "parent", "value", "name");

    private Sheets() {}

    /** A workbook with the heading and these rows, numbered from 2. */
    public static byte[] of(String[]... rows) {
        StringBuilder xml = new StringBuilder(HEADING);
        int number = 2;
        for (String[] row : rows) {
            xml.append(row(number++, row));
        }
        return zip(parts(xml.toString()));
    }

    /** A workbook whose rows after the heading are this XML. */
    static byte[] ofXml(String rows) {
        return zip(parts(HEADING + rows));
    }

    public static String[] row(String dictionary, String parent, String value, String name) {
        return new String[] {dictionary, parent, value, name};
    }

    static Map<String, byte[]> parts(String rows) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String namespace = "http://schemas.openxmlformats.org/";
        parts.put(
                "[Content_Types].xml",
                xml("<Types xmlns=\"" + namespace + "package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                        + ".spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.spreadsheetml.sharedStrings+xml\"/></Types>"));
        parts.put(
                "xl/workbook.xml",
                xml("<workbook xmlns=\"" + namespace + "spreadsheetml/2006/main\" xmlns:r=\""
                        + namespace + "officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                xml("<Relationships xmlns=\"" + namespace
                        + "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"x\" Target=\"worksheets/sheet1.xml\"/>"
                        + "</Relationships>"));
        parts.put(
                "xl/worksheets/sheet1.xml",
                xml("<worksheet xmlns=\"" + namespace + "spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>"));
        return parts;
    }

    static byte[] xml(String text) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    static String row(int number, String... texts) {
        StringBuilder xml = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < texts.length; column++) {
            xml.append("<c r=\"")
                    .append((char) ('A' + column))
                    .append(number)
                    .append("\" t=\"inlineStr\"><is><t>")
                    .append(texts[column].replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</t></is></c>");
        }
        return xml.append("</row>").toString();
    }
}
