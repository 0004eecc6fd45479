package dev.slipway.cmn.workbook;

/**
 * A row that was not applied.
 *
 * @param row as Excel shows it
 * @param reason for a human
 */
public record Rejection(int row, String reason) {}
