package dev.slipway.hosp.schedule.web;

import dev.slipway.hosp.schedule.BookingState;
import dev.slipway.hosp.schedule.Schedule;
import dev.slipway.hosp.schedule.ScheduleOffer;
import dev.slipway.hosp.schedule.ScheduleStatus;
import dev.slipway.hosp.schedule.Session;

/**
 * A schedule in the list of a date.
 *
 * @param available places that are left
 * @param status what the hospital says
 * @param state whether it can be booked now
 */
record ScheduleItem(
        String id,
        String title,
        String doctor,
        String skill,
        Session session,
        String fee,
        int total,
        int available,
        ScheduleStatus status,
        BookingState state) {
    static ScheduleItem of(Schedule schedule, BookingState state) {
        ScheduleOffer offer = schedule.offer();
        return new ScheduleItem(
                schedule.id(),
                offer.title(),
                offer.doctor(),
                offer.skill(),
                offer.session(),
                offer.fee(),
                offer.total(),
                schedule.available(),
                offer.status(),
                state);
    }
}
