package dev.slipway.order.statistics;

import java.time.LocalDate;

/** How many appointments of a hospital hold for a day of visit. */
public record DailyCount(String hospitalCode, LocalDate date, long count) {}
