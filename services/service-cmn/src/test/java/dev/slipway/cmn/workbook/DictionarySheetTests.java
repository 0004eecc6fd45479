package dev.slipway.cmn.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cmn.dictionary.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class DictionarySheetTests {
    @TempDir
    Path folder;

    @Test
    void readsRowsWithTheNumbersThatExcelShows() throws IOException {
        assertThat(read(Sheets.of(Sheets.row("a", "", "1", "一"), Sheets.row("a", "1", "2", "二"))))
                .containsExactly("2 a||1|一", "3 a|1|2|二");
    }

    @Test
    void rejectsFormulasWithTheirRow() throws IOException {
        String formula = "<row r=\"7\"><c r=\"A7\" t=\"inlineStr\"><is><t>a</t></is></c>"
                + "<c r=\"D7\"><f>1+1</f><v>2</v></c></row>";
        String cached = "<row r=\"8\"><c r=\"A8\" t=\"str\"><f>HYPERLINK(1)</f><v>a</v></c></row>";
        assertThat(read(Sheets.ofXml(formula + cached)))
                .containsExactly(
                        "7 rejected: name is a formula; only texts are read",
                        "8 rejected: dictionary is a formula; only texts are read");
    }

    @Test
    void takesWholeNumbersAsTheyWereTyped() throws IOException {
        String typed = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"C2\"><v>110000</v></c>"
                + "<c r=\"D2\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
                + "<row r=\"3\"><c r=\"C3\"><v>1.5</v></c></row><row r=\"4\"><c r=\"C4\" t=\"b\"><v>1</v></c></row>";
        assertThat(read(Sheets.ofXml(typed)))
                .containsExactly(
                        "2 a||110000|x",
                        "3 rejected: value is a number that is not whole; format the cell as text",
                        "4 rejected: value is no text; format the cell as text");
    }

    @Test
    void rejectsCellsBesideTheColumnsAndSkipsBlankRows() throws IOException {
        String rows = "<row r=\"2\"/><row r=\"3\"><c r=\"E3\" t=\"inlineStr\"><is><t>x</t></is></c></row>";
        assertThat(read(Sheets.ofXml(rows)))
                .containsExactly("3 rejected: column 5 has no heading; there are four columns");
    }

    @Test
    void refusesAnotherHeadingAndRowsOutOfOrder() {
        assertThatThrownBy(() -> read(Sheets.zip(Sheets.parts(Sheets.row(1, "a", "b", "c", "d")))))
                .isInstanceOf(NotAWorkbook.class)
                .hasMessageContaining("heading");
        assertThatThrownBy(() -> read(Sheets.zip(Sheets.parts("")))).hasMessageContaining("heading");
        assertThatThrownBy(
                        () -> read(Sheets.ofXml(Sheets.row(3, "a", "", "1", "x") + Sheets.row(3, "a", "", "2", "x"))))
                .hasMessageContaining("order");
        assertThatThrownBy(() -> read(Sheets.zip(Map.of("a.txt", "x".getBytes(StandardCharsets.UTF_8)))))
                .isInstanceOf(NotAWorkbook.class);
    }

    @Test
    void refusesMoreRowsThanAllowed() {
        String[][] rows = new String[101][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Sheets.row("a", "", "v" + i, "x");
        }
        assertThatThrownBy(() -> read(Sheets.of(rows))).hasMessageContaining("more than 100 rows");
    }

    @Test
    void whatLooksLikeAFormulaComesBackAsTheTextItWas() throws IOException {
        List<SheetRow> written = List.of(
                new SheetRow(2, "a", "", "=1+1", "=HYPERLINK(\"x\")"),
                new SheetRow(3, "a", "=1+1", "+1", "@SUM(A1)"),
                new SheetRow(4, "a", "", "-1", "-2+3 <&> \"' 😀 𠮷"),
                new SheetRow(5, "a", "", "007", "00"),
                new SheetRow(6, "a", "", "", "root"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DictionaryExport(new Fixed(written), new NoTransactions()).write(out);
        List<SheetRow> read = new ArrayList<>();
        readInto(out.toByteArray(), read, new ArrayList<>());
        assertThat(read).isEqualTo(written);
        String sheet = part(out.toByteArray(), "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("t=\"inlineStr\"").doesNotContain("<f>");
    }

    private String part(byte[] workbook, String name) throws IOException {
        Path path = Files.write(folder.resolve("part.xlsx"), workbook);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> read(byte[] file) throws IOException {
        List<String> found = new ArrayList<>();
        readInto(file, new ArrayList<>(), found);
        return found;
    }

    private void readInto(byte[] file, List<SheetRow> rows, List<String> found) throws IOException {
        Path path = Files.write(folder.resolve("test.xlsx"), file);
        new DictionarySheet(path.toFile(), 100).read(new DictionarySheet.Reader() {
            @Override
            public void row(SheetRow row) {
                rows.add(row);
                found.add(
                        row.number() + " " + String.join("|", row.dictionary(), row.parent(), row.value(), row.name()));
            }

            @Override
            public void rejected(int row, String reason) {
                found.add(row + " rejected: " + reason);
            }
        });
    }

    private record Fixed(List<SheetRow> rows) implements SheetEntries {
        @Override
        public int export(Consumer<SheetRow> receiver) {
            rows.forEach(receiver);
            return rows.size();
        }

        @Override
        public Map<String, Entry> roots(Collection<String> codes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Entry> withValues(Entry root, Collection<String> values) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void add(List<NewEntry> entries) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rename(List<NewName> names) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoTransactions extends AbstractPlatformTransactionManager {
        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // Nothing to begin.
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            // Nothing to commit.
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            // Nothing to roll back.
        }
    }
}
