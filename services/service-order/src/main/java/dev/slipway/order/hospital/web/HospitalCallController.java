package dev.slipway.order.hospital.web;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.appointment.Change;
import dev.slipway.order.appointment.Party;
import dev.slipway.order.cancellation.Cancellation;
import dev.slipway.order.transition.AppointmentTransitions;
import dev.slipway.order.transition.AppointmentTransitions.Outcome;
import dev.slipway.web.problem.ProblemException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What hospitals say about their records, passed on by service-hosp after it has checked the signature. */
@RestController
@RequestMapping("/inner/hospitals/{code}/appointments/{hospitalRecordId}")
class HospitalCallController {
    private final Appointments appointments;
    private final AppointmentTransitions transitions;
    private final Cancellation cancellation;

    HospitalCallController(Appointments appointments, AppointmentTransitions transitions, Cancellation cancellation) {
        this.appointments = appointments;
        this.transitions = transitions;
        this.cancellation = cancellation;
    }

    @PostMapping("/fetched")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fetched(@PathVariable String code, @PathVariable String hospitalRecordId) {
        judge(transitions.apply(number(code, hospitalRecordId), Appointment::fetch));
    }

    @PostMapping("/cancelled")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelled(@PathVariable String code, @PathVariable String hospitalRecordId) {
        judge(cancellation.cancel(number(code, hospitalRecordId), Party.HOSPITAL, "The hospital cancelled."));
    }

    private AppointmentNumber number(String code, String recordId) {
        return appointments.numberOf(code, recordId).orElseThrow(HospitalCallController::unknown);
    }

    private static void judge(Optional<Outcome> outcome) {
        if (outcome.orElseThrow(HospitalCallController::unknown).change() instanceof Change.Refused refused) {
            throw switch (refused.why()) {
                case NOT_PAID -> ProblemException.conflict("not-paid", "The appointment is not paid.");
                case TOO_LATE, NOT_ACTIVE ->
                    ProblemException.conflict("too-late-to-change", "The appointment can't be changed any more.");
            };
        }
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no appointment with this record id.");
    }
}
