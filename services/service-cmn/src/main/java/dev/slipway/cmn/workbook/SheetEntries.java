package dev.slipway.cmn.workbook;

import dev.slipway.cmn.dictionary.Entry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Many entries at once, for import and export. */
public interface SheetEntries {
    /** Roots by code. */
    Map<String, Entry> roots(Collection<String> codes);

    /** Those entries of one dictionary that have one of the values, by value. */
    Map<String, Entry> withValues(Entry root, Collection<String> values);

    void add(List<NewEntry> entries);

    /** Gives entries new names. */
    void rename(List<NewName> names);

    /**
     * Every entry as a row, parents before their children, read in pieces inside the surrounding transaction.
     *
     * @return how many
     */
    int export(Consumer<SheetRow> rows);

    /** An entry to be added. */
    record NewEntry(Entry parent, String value, String name) {}

    /** A name to be changed. */
    record NewName(Entry entry, String name) {}
}
