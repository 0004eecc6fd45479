package dev.slipway.order.expiry.web;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.Change.Refused;
import dev.slipway.order.appointment.web.OwnAppointments;
import dev.slipway.order.expiry.Expiry;
import dev.slipway.security.identity.Caller;
import dev.slipway.web.problem.ProblemException;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets the caller's own appointment expire at once: whoever tries the stack does not wait for a quarter of an hour. */
@RestController
@Profile("local | dev")
@RequestMapping("/api/dev/appointments/{number}/expiry")
class EarlyExpiryController {
    private final OwnAppointments own;
    private final Expiry expiry;

    EarlyExpiryController(OwnAppointments own, Expiry expiry) {
        this.own = own;
        this.expiry = expiry;
    }

    /** Repeated it answers the same; 409 for one that is not waiting for its payment. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void expire(Caller caller, @PathVariable String number) {
        AppointmentNumber known = own.find(caller, number).number();
        if (expiry.expireEarly(known).orElseThrow().change() instanceof Refused refused) {
            throw ProblemException.conflict(refused.why().code(), refused.why().detail());
        }
    }
}
