package dev.slipway.cmn.workbook;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook that the guard has let through, row by row. May be read several times. */
final class DictionarySheet {
    /** A whole number as spreadsheet programs store one that was typed, such as a region code. */
    private static final String WHOLE_NUMBER = "-?[0-9]{1,15}";

    private final File file;
    private final int mostRows;

    DictionarySheet(File file, int mostRows) {
        this.file = file;
        this.mostRows = mostRows;
    }

    /** What becomes of the rows. */
    interface Reader {
        void row(SheetRow row);

        void rejected(int row, String reason);
    }

    /** @throws NotAWorkbook when there is no such sheet, its heading is another or it has too many rows */
    void read(Reader reader) throws IOException {
        try (ReadableWorkbook workbook = open();
                Stream<Row> stream = sound(() -> rows(workbook))) {
            Iterator<Row> rows = sound(stream::iterator);
            Numbers numbers = new Numbers();
            requireHeading(rows, numbers);
            int count = 0;
            while (sound(rows::hasNext)) {
                Row row = sound(rows::next);
                int number = numbers.of(row);
                if (!isBlank(row)) {
                    if (++count > mostRows) {
                        throw new NotAWorkbook("it has more than " + mostRows + " rows");
                    }
                    read(row, number, reader);
                }
            }
        }
    }

    private ReadableWorkbook open() {
        return sound(() -> {
            try {
                return new ReadableWorkbook(file, new ReadingOptions(false, true));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private static Stream<Row> rows(ReadableWorkbook workbook) {
        try {
            return workbook.getFirstSheet().openStream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The reading library throws whatever it likes at a file that is no workbook, or a broken one. */
    private static <T> T sound(Supplier<T> library) {
        try {
            return library.get();
        } catch (RuntimeException broken) {
            throw new NotAWorkbook("it is not a whole xlsx workbook");
        }
    }

    private static void requireHeading(Iterator<Row> rows, Numbers numbers) {
        List<String> found = new ArrayList<>();
        if (sound(rows::hasNext)) {
            Row heading = sound(rows::next);
            numbers.of(heading);
            heading.forEach(cell -> found.add(cell == null || cell.getText() == null ? "" : cell.getText()));
        }
        if (!found.equals(SheetRow.COLUMNS)) {
            throw new NotAWorkbook("the first row must be the heading: " + String.join(", ", SheetRow.COLUMNS));
        }
    }

    private static void read(Row row, int number, Reader reader) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < Math.max(row.getCellCount(), SheetRow.COLUMNS.size()); column++) {
            Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
            String text = text(cell);
            if (text == null || (column >= SheetRow.COLUMNS.size() && !text.isEmpty())) {
                reader.rejected(number, reason(cell, column));
                return;
            }
            texts.add(text);
        }
        reader.row(new SheetRow(number, texts.get(0), texts.get(1), texts.get(2), texts.get(3)));
    }

    /** Null for what is no text. */
    private static @Nullable String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case STRING -> raw;
            case NUMBER -> raw.matches(WHOLE_NUMBER) ? raw : null;
            default -> null;
        };
    }

    private static String reason(@Nullable Cell cell, int column) {
        String where = column < SheetRow.COLUMNS.size() ? SheetRow.COLUMNS.get(column) : "column " + (column + 1);
        CellType type = cell == null ? CellType.EMPTY : cell.getType();
        return switch (type) {
            case FORMULA -> where + " is a formula; only texts are read";
            case NUMBER -> where + " is a number that is not whole; format the cell as text";
            case STRING -> where + " has no heading; there are four columns";
            default -> where + " is no text; format the cell as text";
        };
    }

    private static boolean isBlank(Row row) {
        return row.stream().allMatch(cell -> cell == null || cell.getType() == CellType.EMPTY);
    }

    /** Rows that do not name their number are counted by the library from 0. */
    private static final class Numbers {
        private int first = -1;
        private int last;

        int of(Row row) {
            if (first < 0) {
                first = row.getRowNum();
            }
            int number = first == 0 ? row.getRowNum() + 1 : row.getRowNum();
            if (number <= last) {
                throw new NotAWorkbook("its rows are out of order");
            }
            last = number;
            return number;
        }
    }
}
