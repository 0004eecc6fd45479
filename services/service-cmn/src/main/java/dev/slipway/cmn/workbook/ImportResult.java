package dev.slipway.cmn.workbook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What an import did, in rows. */
@Schema(name = "DictionaryImportResult")
public record ImportResult(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int created,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int updated,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int unchanged,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Rejection> rejected) {
    public ImportResult {
        rejected = List.copyOf(rejected);
    }
}
