package dev.slipway.hosp.calendar;

import java.time.LocalDate;

/**
 * One day of a department.
 *
 * @param total places of the open schedules in all
 * @param available places that are left of them
 */
public record CalendarDay(LocalDate date, DayStatus status, int total, int available) {}
