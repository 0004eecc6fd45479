package dev.slipway.order.booking;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.Change;
import dev.slipway.order.configuration.BookingSettings;
import dev.slipway.order.delivery.NoticeDelivery;
import dev.slipway.order.hospital.HospitalAnswer;
import dev.slipway.order.hospital.HospitalAnswer.Accepted;
import dev.slipway.order.hospital.HospitalAnswer.Rejected;
import dev.slipway.order.hospital.HospitalAnswer.Unknown;
import dev.slipway.order.hospital.HospitalDesk;
import dev.slipway.order.transition.AppointmentTransitions;
import dev.slipway.order.transition.AppointmentTransitions.Outcome;
import java.time.Clock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the hospital for a reserved place, and writes down what it said. */
@Component
class HospitalRequest {
    private static final Logger LOG = LoggerFactory.getLogger(HospitalRequest.class);

    private final HospitalDesk hospital;
    private final NoticeDelivery notices;
    private final AppointmentTransitions transitions;
    private final Questions questions;
    private final BookingSettings settings;
    private final Clock clock;

    HospitalRequest(
            HospitalDesk hospital,
            NoticeDelivery notices,
            AppointmentTransitions transitions,
            Questions questions,
            BookingSettings settings,
            Clock clock) {
        this.hospital = hospital;
        this.notices = notices;
        this.transitions = transitions;
        this.questions = questions;
        this.settings = settings;
        this.clock = clock;
    }

    /** The appointment after the hospital's answer; still requested when there was no clear one. */
    Appointment submit(Appointment requested) {
        HospitalAnswer answer = notices.clearForResale(requested.visit().scheduleId())
                ? hospital.submit(requested)
                : new Unknown("an earlier cancellation is not known there");
        if (answer instanceof Unknown unknown) {
            LOG.info("Appointment {} waits for its hospital: {}", requested.number(), unknown.why());
        }
        return settle(requested, answer);
    }

    /** Does nothing for an answer that decides nothing. */
    Appointment settle(Appointment requested, HospitalAnswer answer) {
        if (answer instanceof Accepted accepted) {
            return apply(
                    requested, current -> current.confirm(accepted.admission(), clock.instant(), settings.payWithin()));
        }
        if (answer instanceof Rejected rejected) {
            return apply(requested, current -> current.reject(rejected.reason()));
        }
        questions.askAt(requested.number(), clock.instant().plus(settings.askFirst()));
        return requested;
    }

    /** The hospital will never have it. */
    Appointment close(Appointment requested, String reason) {
        return apply(requested, current -> current.reject(reason));
    }

    private Appointment apply(Appointment requested, Function<Appointment, Change> transition) {
        return transitions
                .apply(requested.number(), transition)
                .map(Outcome::appointment)
                .orElseThrow();
    }
}
