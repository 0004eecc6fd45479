package dev.slipway.cmn.workbook;

import dev.slipway.web.live.Live;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies a workbook to the dictionaries. The file is read several times instead of being kept: once to check each row
 * by itself, then until no row finds its parent any more, which is one time when parents come first and at most as many
 * as the tree has levels. What stays in memory is a few bytes a row.
 */
@Service
public class DictionaryImport {
    private final ImportBatch batch;
    private final Live<WorkbookLimits> limits;
    private final TransactionTemplate transaction;

    DictionaryImport(ImportBatch batch, Live<WorkbookLimits> limits, TransactionTemplate transaction) {
        this.batch = batch;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * @param atomic all rows or none: with any row rejected nothing is applied. Otherwise good rows are applied in
     *     batches, and an import that is cut off has applied some of them; it may simply be repeated
     * @throws NotAWorkbook when nothing could be read; nothing was applied then
     */
    public ImportResult run(File workbook, boolean atomic) throws IOException {
        WorkbookLimits limit = limits.get();
        new WorkbookGuard(limit).check(workbook);
        DictionarySheet sheet = new DictionarySheet(workbook, limit.rows());
        ImportProgress progress = new ImportProgress();
        check(sheet, progress);
        if (!atomic) {
            apply(
                    sheet,
                    progress,
                    limit.batch(),
                    rows -> transaction.executeWithoutResult(status -> batch.apply(rows, progress)));
            return progress.result();
        }
        if (!progress.anyRejected()) {
            applyAtOnce(sheet, progress, limit.batch());
        }
        return progress.anyRejected() ? progress.nothingApplied() : progress.result();
    }

    private void applyAtOnce(DictionarySheet sheet, ImportProgress progress, int size) {
        transaction.executeWithoutResult(status -> {
            try {
                apply(sheet, progress, size, rows -> batch.apply(rows, progress));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            if (progress.anyRejected()) {
                status.setRollbackOnly();
            }
        });
    }

    private static void check(DictionarySheet sheet, ImportProgress progress) throws IOException {
        SeenEntries seen = new SeenEntries();
        sheet.read(new DictionarySheet.Reader() {
            @Override
            public void row(SheetRow row) {
                row.problem()
                        .or(() ->
                                Optional.ofNullable(seen.before(row)).map(before -> "the same entry as row " + before))
                        .ifPresentOrElse(reason -> progress.reject(row.number(), reason), progress::accept);
            }

            @Override
            public void rejected(int row, String reason) {
                progress.reject(row, reason);
            }
        });
    }

    private static void apply(
            DictionarySheet sheet, ImportProgress progress, int size, Consumer<List<SheetRow>> batches)
            throws IOException {
        int before;
        do {
            before = progress.settled();
            Waiting waiting = new Waiting(progress, size, batches);
            sheet.read(waiting);
            waiting.flush();
        } while (progress.anyWaiting() && progress.settled() > before);
        if (progress.anyWaiting()) {
            Waiting orphans = new Waiting(
                    progress, size, rows -> rows.forEach(row -> progress.reject(row.number(), orphan(row))));
            sheet.read(orphans);
            orphans.flush();
        }
    }

    private static String orphan(SheetRow row) {
        return row.parent().isEmpty()
                ? "there is no dictionary " + row.dictionary()
                : "there is no entry " + row.parent() + " in the dictionary " + row.dictionary();
    }

    /** Gathers rows that are not settled yet. */
    private static final class Waiting implements DictionarySheet.Reader {
        private final ImportProgress progress;
        private final int size;
        private final Consumer<List<SheetRow>> batches;
        private List<SheetRow> rows = new ArrayList<>();

        Waiting(ImportProgress progress, int size, Consumer<List<SheetRow>> batches) {
            this.progress = progress;
            this.size = size;
            this.batches = batches;
        }

        @Override
        public void row(SheetRow row) {
            if (!progress.isSettled(row)) {
                rows.add(row);
            }
            if (rows.size() >= size) {
                flush();
            }
        }

        @Override
        public void rejected(int row, String reason) {
            // Was reported by the first reading.
        }

        void flush() {
            List<SheetRow> full = rows;
            rows = new ArrayList<>();
            if (!full.isEmpty()) {
                batches.accept(full);
            }
        }
    }
}
