package dev.slipway.order.expiry;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.configuration.BookingSettings;
import dev.slipway.order.payment.PaymentReconciliation;
import dev.slipway.order.transition.AppointmentTransitions;
import dev.slipway.order.transition.AppointmentTransitions.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives up what was not paid in time. The provider is asked first: money whose notification was lost counts. Money
 * that comes after that goes back by itself.
 */
@Component
public class Expiry {
    private final Appointments appointments;
    private final PaymentReconciliation payments;
    private final AppointmentTransitions transitions;
    private final BookingSettings settings;
    private final Clock clock;

    Expiry(
            Appointments appointments,
            PaymentReconciliation payments,
            AppointmentTransitions transitions,
            BookingSettings settings,
            Clock clock) {
        this.appointments = appointments;
        this.payments = payments;
        this.transitions = transitions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those whose time is over, at most one batch. */
    public List<AppointmentNumber> due() {
        return appointments.unpaidUntil(clock.instant(), settings.batch());
    }

    public void expire(AppointmentNumber number) {
        payments.ask(number);
        transitions.apply(number, appointment -> appointment.expire(clock.instant()));
    }

    /** The same, whatever is left of its time to pay. Empty when there is no such appointment. */
    public Optional<Outcome> expireEarly(AppointmentNumber number) {
        payments.ask(number);
        return transitions.apply(number, appointment -> {
            Instant end = appointment.expiresAt();
            return appointment.expire(end == null ? clock.instant() : end);
        });
    }
}
