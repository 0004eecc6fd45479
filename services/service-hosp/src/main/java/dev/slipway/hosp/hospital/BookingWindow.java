package dev.slipway.hosp.hospital;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Which dates a booking rule shows at one moment, and which of them can be booked.
 *
 * <p>A date opens at the release time of the day that is {@code cycleDays − 1} days before it. It is shown from the
 * release before that on. So there are {@code cycleDays} dates before today's release and one more after it, and the
 * last one is always that which the next release will open.
 *
 * @param today the date of the moment in the display zone
 * @param time the time of day of the moment there
 */
public record BookingWindow(BookingRule rule, LocalDate today, LocalTime time) {
    /** What a window says about a date. */
    public enum DateState {
        /** Before today, or not shown yet. */
        OUT_OF_WINDOW,
        /** Shown, opens at the next release. */
        UPCOMING,
        OPEN,
        /** Today, after the stop time. */
        STOPPED
    }

    /** The window at this moment. */
    public static BookingWindow at(BookingRule rule, Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        return new BookingWindow(rule, there.toLocalDate(), there.toLocalTime());
    }

    private boolean released() {
        return !time.isBefore(rule.releaseTime());
    }

    /** How many dates are shown, today being the first. */
    public int days() {
        return rule.cycleDays() + (released() ? 1 : 0);
    }

    public LocalDate last() {
        return today.plusDays(days() - 1L);
    }

    public DateState stateOf(LocalDate date) {
        if (date.isBefore(today) || date.isAfter(last())) {
            return DateState.OUT_OF_WINDOW;
        }
        if (date.equals(today) && !time.isBefore(rule.stopTime())) {
            return DateState.STOPPED;
        }
        return date.equals(last()) ? DateState.UPCOMING : DateState.OPEN;
    }
}
