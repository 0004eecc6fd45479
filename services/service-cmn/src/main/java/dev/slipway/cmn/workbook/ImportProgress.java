package dev.slipway.cmn.workbook;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has become of the rows of one import so far. */
final class ImportProgress {
    private final BitSet settled = new BitSet();
    private final Map<Integer, String> rejected = new TreeMap<>();
    private int rows;
    private int created;
    private int updated;
    private int unchanged;

    /** A row is there to be applied. */
    void accept() {
        rows++;
    }

    void reject(int row, String reason) {
        settled.set(row);
        rejected.put(row, reason);
    }

    void created(SheetRow row) {
        settled.set(row.number());
        created++;
    }

    void updated(SheetRow row) {
        settled.set(row.number());
        updated++;
    }

    void unchanged(SheetRow row) {
        settled.set(row.number());
        unchanged++;
    }

    boolean isSettled(SheetRow row) {
        return settled.get(row.number());
    }

    int settled() {
        return settled.cardinality();
    }

    int changes() {
        return created + updated;
    }

    boolean anyRejected() {
        return !rejected.isEmpty();
    }

    /** Accepted rows that nothing has become of. */
    boolean anyWaiting() {
        return rows > created + updated + unchanged;
    }

    ImportResult result() {
        return new ImportResult(created, updated, unchanged, rejections());
    }

    ImportResult nothingApplied() {
        return new ImportResult(0, 0, 0, rejections());
    }

    private List<Rejection> rejections() {
        return rejected.entrySet().stream()
                .map(row -> new Rejection(row.getKey(), row.getValue()))
                .toList();
    }
}
