package dev.slipway.hosp.schedule;

import java.time.LocalDate;

/**
 * What the hospital offers.
 *
 * @param total places in all
 * @param fee yuan with two decimals
 */
public record ScheduleOffer(
        String departmentCode,
        String title,
        String doctor,
        String skill,
        LocalDate workDate,
        Session session,
        int total,
        String fee,
        ScheduleStatus status) {
    /** The same visit: an appointment made for one is good for the other. */
    boolean sameVisit(ScheduleOffer other) {
        return sameDay(other) && session == other.session;
    }

    /** In the same list of a day. */
    boolean sameDay(ScheduleOffer other) {
        return departmentCode.equals(other.departmentCode) && workDate.equals(other.workDate);
    }
}
