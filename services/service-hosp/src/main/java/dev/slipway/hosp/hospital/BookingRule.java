package dev.slipway.hosp.hospital;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When a hospital's schedules may be booked and given back; times are those of the display zone.
 *
 * @param cycleDays how many days can be booked after the day's release, today included
 * @param releaseTime when the next date opens each day
 * @param stopTime when today's schedules close
 * @param quitDayOffset days from the visit to the last day of cancelling; zero or negative
 * @param quitTime when cancelling ends on that day
 * @param notices lines to show before booking
 */
public record BookingRule(
        int cycleDays,
        LocalTime releaseTime,
        LocalTime stopTime,
        int quitDayOffset,
        LocalTime quitTime,
        List<String> notices) {
    /** Longest cycle. */
    public static final int MOST_DAYS = 90;

    /** Earliest day of the quit deadline, counted from the visit. */
    public static final int EARLIEST_QUIT = -30;

    public BookingRule {
        if (cycleDays < 1 || cycleDays > MOST_DAYS) {
            throw new IllegalArgumentException("cycleDays " + cycleDays);
        }
        if (quitDayOffset > 0 || quitDayOffset < EARLIEST_QUIT) {
            throw new IllegalArgumentException("quitDayOffset " + quitDayOffset);
        }
        notices = List.copyOf(notices);
    }

    /** Until when an appointment on this date can be cancelled. */
    public ZonedDateTime quitDeadline(LocalDate visit, ZoneId zone) {
        return visit.plusDays(quitDayOffset).atTime(quitTime).atZone(zone);
    }
}
