package dev.slipway.hosp.schedule;

import java.time.LocalDate;

/**
 * All open schedules of a department on one date.
 *
 * @param available places that are left; a schedule with less than none left counts as none
 */
public record OpenPlaces(LocalDate date, int total, int available) {}
