package dev.slipway.hosp.schedule.web;

import dev.slipway.hosp.schedule.BookingState;
import dev.slipway.hosp.schedule.ScheduleDesk;
import dev.slipway.hosp.schedule.ScheduleInHospital;
import dev.slipway.hosp.schedule.ScheduleOffer;
import dev.slipway.hosp.schedule.Session;
import dev.slipway.web.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Schedules for service-order, at the moment of a booking. */
@RestController
class InnerScheduleController {
    private final ScheduleDesk desk;

    InnerScheduleController(ScheduleDesk desk) {
        this.desk = desk;
    }

    /** @param quitDeadline until when an appointment can be cancelled */
    record InnerSchedule(
            String id,
            String hospitalCode,
            String hospitalName,
            String hospitalScheduleId,
            String departmentCode,
            String departmentName,
            String title,
            String doctor,
            String skill,
            LocalDate workDate,
            Session session,
            String fee,
            int total,
            long version,
            BookingState state,
            Instant quitDeadline) {
        static InnerSchedule of(ScheduleInHospital in) {
            ScheduleOffer offer = in.schedule().offer();
            return new InnerSchedule(
                    in.schedule().id(),
                    in.hospital().code(),
                    in.hospital().profile().name(),
                    in.schedule().hospitalScheduleId(),
                    offer.departmentCode(),
                    in.departmentName(),
                    offer.title(),
                    offer.doctor(),
                    offer.skill(),
                    offer.workDate(),
                    offer.session(),
                    offer.fee(),
                    offer.total(),
                    in.schedule().version(),
                    in.state(),
                    in.quitDeadline().toInstant());
        }
    }

    @GetMapping("/inner/schedules/{id}")
    InnerSchedule show(@PathVariable String id) {
        return desk.find(id)
                .map(InnerSchedule::of)
                .orElseThrow(() -> ProblemException.notFound("There is no such schedule."));
    }
}
