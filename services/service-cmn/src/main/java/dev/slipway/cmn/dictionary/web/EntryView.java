package dev.slipway.cmn.dictionary.web;

import dev.slipway.cmn.dictionary.Entry;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as clients see it. */
@Schema(name = "DictionaryEntry")
record EntryView(
        String id,

        @Schema(description = "absent for the root of a dictionary") @Nullable
        String parentId,

        String name,

        @Schema(description = "unique in its dictionary; absent for the root") @Nullable
        String value,

        @Schema(description = "of the dictionary that the entry is in")
        String code,

        boolean hasChildren) {
    static EntryView of(Entry entry) {
        return new EntryView(
                Long.toString(entry.id()),
                entry.parentId() == null ? null : entry.parentId().toString(),
                entry.name(),
                entry.value(),
                entry.code(),
                entry.hasChildren());
    }
}
