package dev.slipway.hosp.appointment.web;

import dev.slipway.hosp.appointment.OrderDesk;
import dev.slipway.security.identity.Caller;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A hospital tells of its own appointments; the signature says which hospital it is. Repeating changes nothing. */
@RestController
@RequestMapping("/openapi/hosp/appointments/{hospitalRecordId}")
class AppointmentFactController {
    private static final Pattern RECORD = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9_.:-]{1,64}");

    private final OrderDesk orders;

    AppointmentFactController(OrderDesk orders) {
        this.orders = orders;
    }

    @PostMapping("/fetched")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fetched(@Parameter(hidden = true) Caller hospital, @PathVariable String hospitalRecordId) {
        tell(hospital, hospitalRecordId, OrderDesk.Fact.FETCHED);
    }

    @PostMapping("/cancelled")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancelled(@Parameter(hidden = true) Caller hospital, @PathVariable String hospitalRecordId) {
        tell(hospital, hospitalRecordId, OrderDesk.Fact.CANCELLED);
    }

    private void tell(Caller hospital, String hospitalRecordId, OrderDesk.Fact fact) {
        if (!RECORD.matcher(hospitalRecordId).matches()) {
            throw missing();
        }
        OrderDesk.Answer answer = orders.tell(hospital.id(), hospitalRecordId, fact);
        if (answer instanceof OrderDesk.Answer.Missing) {
            throw missing();
        }
        if (answer instanceof OrderDesk.Answer.Refused refused) {
            throw ProblemException.conflict(refused.code(), refused.detail());
        }
        if (answer instanceof OrderDesk.Answer.Unknown) {
            throw ProblemException.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "appointments-unavailable",
                    "The appointments are not available at the moment; repeat the call later.");
        }
    }

    private static ProblemException missing() {
        return ProblemException.notFound("The hospital has no such appointment.");
    }
}
