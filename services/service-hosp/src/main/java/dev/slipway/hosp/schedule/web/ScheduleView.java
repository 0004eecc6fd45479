package dev.slipway.hosp.schedule.web;

import dev.slipway.hosp.schedule.BookingState;
import dev.slipway.hosp.schedule.ScheduleInHospital;
import dev.slipway.hosp.schedule.ScheduleOffer;
import dev.slipway.hosp.schedule.ScheduleStatus;
import dev.slipway.hosp.schedule.Session;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One schedule with what a patient decides by. */
@Schema(name = "Schedule")
record ScheduleView(
        String id,
        String hospitalCode,
        String hospitalName,
        String departmentCode,
        String departmentName,
        String title,
        String doctor,
        String skill,
        LocalDate workDate,
        Session session,
        String fee,
        int total,
        int available,
        ScheduleStatus status,
        BookingState state,
        Instant quitDeadline,
        List<String> notices) {
    static ScheduleView of(ScheduleInHospital in) {
        ScheduleOffer offer = in.schedule().offer();
        return new ScheduleView(
                in.schedule().id(),
                in.hospital().code(),
                in.hospital().profile().name(),
                offer.departmentCode(),
                in.departmentName(),
                offer.title(),
                offer.doctor(),
                offer.skill(),
                offer.workDate(),
                offer.session(),
                offer.fee(),
                offer.total(),
                in.schedule().available(),
                offer.status(),
                in.state(),
                in.quitDeadline().toInstant(),
                in.hospital().profile().bookingRule().notices());
    }
}
