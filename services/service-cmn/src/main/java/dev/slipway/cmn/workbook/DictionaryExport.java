package dev.slipway.cmn.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes all dictionaries as they were at one moment. Rows leave memory as they are written. Every cell is a text cell
 * formatted as text: what begins with {@code = + - @} is shown, never computed, also after it is edited.
 */
@Service
public class DictionaryExport {
    private static final int ROWS_A_FLUSH = 1000;
    private static final String TEXT = "@";
    private static final List<Integer> WIDTHS = List.of(20, 20, 20, 60);

    private final SheetEntries entries;
    private final TransactionTemplate snapshot;

    DictionaryExport(SheetEntries entries, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * @return rows written, without the heading
     * @throws IOException when the receiver is gone; what it has got then lacks the end that makes it a workbook
     */
    public int write(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Slipway", "1.0");
        Worksheet sheet = workbook.newWorksheet("dictionaries");
        heading(sheet);
        try {
            int rows = Objects.requireNonNull(snapshot.execute(status -> entries.export(row -> write(sheet, row))));
            workbook.finish();
            return rows;
        } catch (UncheckedIOException receiverGone) {
            throw receiverGone.getCause();
        }
    }

    private static void heading(Worksheet sheet) {
        for (int column = 0; column < SheetRow.COLUMNS.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
            sheet.inlineString(0, column, SheetRow.COLUMNS.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    private static void write(Worksheet sheet, SheetRow row) {
        List<String> texts = List.of(row.dictionary(), row.parent(), row.value(), row.name());
        for (int column = 0; column < texts.size(); column++) {
            sheet.inlineString(row.number() - 1, column, texts.get(column));
            sheet.style(row.number() - 1, column).format(TEXT).set();
        }
        if (row.number() % ROWS_A_FLUSH == 0) {
            flush(sheet);
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException receiverGone) {
            throw new UncheckedIOException(receiverGone);
        }
    }
}
