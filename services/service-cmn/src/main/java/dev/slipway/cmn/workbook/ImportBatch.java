package dev.slipway.cmn.workbook;

import dev.slipway.cmn.dictionary.EditRefused;
import dev.slipway.cmn.dictionary.Entries;
import dev.slipway.cmn.dictionary.Entry;
import dev.slipway.cmn.dictionary.EntryMoves;
import dev.slipway.cmn.dictionary.Generations;
import dev.slipway.cmn.workbook.SheetEntries.NewEntry;
import dev.slipway.cmn.workbook.SheetEntries.NewName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies some rows in the surrounding transaction; a row whose parent is not there yet is left unsettled. */
@Component
class ImportBatch {
    private final Entries entries;
    private final SheetEntries sheetEntries;
    private final EntryMoves moves;
    private final Generations generations;

    ImportBatch(Entries entries, SheetEntries sheetEntries, EntryMoves moves, Generations generations) {
        this.entries = entries;
        this.sheetEntries = sheetEntries;
        this.moves = moves;
        this.generations = generations;
    }

    void apply(List<SheetRow> rows, ImportProgress progress) {
        generations.lock();
        int before = progress.changes();
        Map<String, Entry> roots = applyRoots(rows, progress);
        rows.stream()
                .filter(row -> !row.isRoot())
                .collect(Collectors.groupingBy(SheetRow::dictionary))
                .forEach((code, below) -> applyEntries(roots.get(code), below, progress));
        if (progress.changes() > before) {
            generations.renew();
        }
    }

    private Map<String, Entry> applyRoots(List<SheetRow> rows, ImportProgress progress) {
        Set<String> codes = rows.stream().map(SheetRow::dictionary).collect(Collectors.toSet());
        Map<String, Entry> roots = sheetEntries.roots(codes);
        rows.stream().filter(SheetRow::isRoot).forEach(row -> applyRoot(roots.get(row.dictionary()), row, progress));
        return roots.size() == codes.size() ? roots : sheetEntries.roots(codes);
    }

    private void applyRoot(@Nullable Entry root, SheetRow row, ImportProgress progress) {
        if (root == null) {
            entries.addRoot(row.dictionary(), row.name());
            progress.created(row);
        } else if (root.name().equals(row.name())) {
            progress.unchanged(row);
        } else {
            entries.changeRoot(root.id(), row.dictionary(), row.name());
            progress.updated(row);
        }
    }

    /** In waves: what a wave adds may be the parent of what the next one adds. */
    private void applyEntries(@Nullable Entry root, List<SheetRow> rows, ImportProgress progress) {
        List<SheetRow> waiting = root == null ? List.of() : rows;
        while (root != null && !waiting.isEmpty()) {
            Wave wave = new Wave(root, waiting, progress);
            waiting.forEach(wave::apply);
            sheetEntries.add(wave.added);
            sheetEntries.rename(wave.renamed);
            List<SheetRow> rest =
                    waiting.stream().filter(row -> !progress.isSettled(row)).toList();
            waiting = wave.added.isEmpty() ? List.of() : rest;
        }
    }

    /** Rows of one dictionary whose parents are known. */
    private final class Wave {
        final List<NewEntry> added = new ArrayList<>();
        final List<NewName> renamed = new ArrayList<>();
        private final Entry root;
        private final Set<String> values = new HashSet<>();
        private final ImportProgress progress;
        private Map<String, Entry> known;

        Wave(Entry root, List<SheetRow> rows, ImportProgress progress) {
            this.root = root;
            this.progress = progress;
            rows.forEach(row -> values.addAll(List.of(row.value(), row.parent())));
            this.known = sheetEntries.withValues(root, values);
        }

        void apply(SheetRow row) {
            Entry parent = row.parent().isEmpty() ? root : known.get(row.parent());
            if (parent == null) {
                return;
            }
            Entry entry = known.get(row.value());
            try {
                if (entry == null) {
                    add(row, parent);
                } else {
                    change(row, entry, parent);
                }
            } catch (EditRefused refused) {
                progress.reject(row.number(), refused.reason().words());
            }
        }

        private void add(SheetRow row, Entry parent) {
            if (parent.depth() >= Entry.DEEPEST) {
                throw new EditRefused(EditRefused.Reason.TOO_DEEP);
            }
            added.add(new NewEntry(parent, row.value(), row.name()));
            progress.created(row);
        }

        private void change(SheetRow row, Entry entry, Entry parent) {
            boolean moved = entry.parentId() == null || entry.parentId() != parent.id();
            boolean named = !entry.name().equals(row.name());
            if (moved) {
                moves.move(entry, parent);
                known = sheetEntries.withValues(root, values);
            }
            if (named) {
                renamed.add(new NewName(known.getOrDefault(row.value(), entry), row.name()));
            }
            if (moved || named) {
                progress.updated(row);
            } else {
                progress.unchanged(row);
            }
        }
    }
}
