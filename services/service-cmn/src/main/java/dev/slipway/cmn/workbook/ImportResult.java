package dev.slipway.cmn.workbook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What an import did, in rows. */
@Schema(name = "DictionaryImportResult")
public record ImportResult(int created, int updated, int unchanged, List<Rejection> rejected) {
    public ImportResult {
        rejected = List.copyOf(rejected);
    }
}
