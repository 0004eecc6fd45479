package dev.slipway.hospital.profile;

import java.time.LocalTime;
import java.util.List;

/**
 * When patients may book and cancel.
 *
 * @param cycleDays for how many days from today on, 1 to 90
 * @param releaseTime when a further day is released
 * @param stopTime when today's booking ends
 * @param quitDayOffset days from the visit date to the last day of cancelling; 0 or negative
 * @param quitTime until when on that day
 * @param notices what a patient should know
 */
public record BookingRule(
        int cycleDays,
        LocalTime releaseTime,
        LocalTime stopTime,
        int quitDayOffset,
        LocalTime quitTime,
        List<String> notices) {
    private static final int LONGEST_CYCLE = 90;
    private static final int EARLIEST_QUIT = -30;

    public BookingRule {
        notices = List.copyOf(notices);
        if (cycleDays < 1 || cycleDays > LONGEST_CYCLE) {
            throw new IllegalArgumentException("A cycle has 1 to 90 days, not " + cycleDays);
        }
        if (quitDayOffset > 0 || quitDayOffset < EARLIEST_QUIT) {
            throw new IllegalArgumentException("Cancelling ends 0 to 30 days before the visit, not " + quitDayOffset);
        }
    }
}
