package dev.slipway.cmn.workbook;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A row that was not applied.
 *
 * @param row as Excel shows it
 * @param reason for a human
 */
public record Rejection(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) int row,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String reason) {}
