package dev.slipway.cmn.dictionary.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.cmn.dictionary.Entry;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as clients see it. */
@Schema(name = "DictionaryEntry")
@JsonInclude(JsonInclude.Include.ALWAYS)
record EntryView(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String id,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                nullable = true,
                description = "null for the root of a dictionary")
        @Nullable
        String parentId,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                nullable = true,
                description = "unique in its dictionary; null for the root")
        @Nullable
        String value,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "of the dictionary that the entry is in")
        String code,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean hasChildren) {
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
