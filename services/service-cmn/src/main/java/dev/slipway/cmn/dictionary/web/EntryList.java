package dev.slipway.cmn.dictionary.web;

import dev.slipway.cmn.dictionary.Entry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Entries in the order of their values. */
@Schema(name = "DictionaryEntries")
record EntryList(List<EntryView> items) {
    static EntryList of(List<Entry> entries) {
        return new EntryList(entries.stream().map(EntryView::of).toList());
    }
}
