package dev.slipway.order.appointment;

import java.time.LocalDate;

/** How many appointments of a hospital hold for a day of visit. */
public record DailyCount(String hospitalCode, LocalDate date, long count) {}
