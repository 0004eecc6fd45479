package dev.slipway.cmn.workbook;

import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Counts what the parts of one workbook hold; each limit stands for memory or time that the reading library would spend. */
final class PartContents {
    private static final int CELLS_A_ROW = 1000;
    private static final int SHEETS = 100;
    private static final int RELATIONS = 1000;
    private static final int SPREAD_FORMULAS = 100;
    private static final Pattern CELL = Pattern.compile("[A-Z]{1,2}[1-9][0-9]{0,6}");
    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,6}");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,7}");

    private int stringParts;
    private int strings;
    private int highestString = -1;
    private int spreadFormulas;
    private int sheets;
    private int relations;
    private int cellsInRow;
    private boolean sharedCell;

    /** Reads one part to its end; says whether it holds shared strings. */
    boolean add(XMLStreamReader part) throws XMLStreamException {
        int before = strings;
        while (part.hasNext()) {
            if (part.next() == XMLStreamConstants.START_ELEMENT) {
                element(part);
            }
        }
        if (strings > before) {
            stringParts++;
        }
        return strings > before;
    }

    /** @throws NotAWorkbook when a cell names a shared string that is not there */
    void requireStrings() {
        if (stringParts > 1 || highestString >= strings) {
            throw new NotAWorkbook("its shared strings do not fit its cells");
        }
    }

    private void element(XMLStreamReader part) throws XMLStreamException {
        switch (part.getLocalName()) {
            case "row" -> row(part);
            case "c" -> cell(part);
            case "v" -> value(part);
            case "f" -> formula(part);
            case "si" -> strings++;
            case "sheet" -> require(++sheets <= SHEETS, "it has too many sheets");
            case "Relationship" -> require(++relations <= RELATIONS, "it has too many relations");
            default -> {
                // Holds nothing that is kept.
            }
        }
    }

    private void row(XMLStreamReader part) {
        cellsInRow = 0;
        require(fits(ROW, part.getAttributeValue(null, "r")), "a row has no proper number");
    }

    private void cell(XMLStreamReader part) {
        require(++cellsInRow <= CELLS_A_ROW, "a row has more than " + CELLS_A_ROW + " cells");
        require(fits(CELL, part.getAttributeValue(null, "r")), "a cell is outside the columns A to ZZ");
        require(fits(INDEX, part.getAttributeValue(null, "s")), "a cell has no proper style");
        sharedCell = "s".equals(part.getAttributeValue(null, "t"));
    }

    private void value(XMLStreamReader part) throws XMLStreamException {
        if (sharedCell) {
            String index = part.getElementText();
            require(index.isEmpty() || fits(INDEX, index), "a cell names no proper shared string");
            highestString = index.isEmpty() ? highestString : Math.max(highestString, Integer.parseInt(index));
        }
    }

    /** Array and shared formulas are looked up for each other cell. */
    private void formula(XMLStreamReader part) {
        if (part.getAttributeValue(null, "t") != null) {
            require(++spreadFormulas <= SPREAD_FORMULAS, "it has too many array or shared formulas");
        }
    }

    private static boolean fits(Pattern pattern, @Nullable String text) {
        return text == null || pattern.matcher(text).matches();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new NotAWorkbook(otherwise);
        }
    }
}
