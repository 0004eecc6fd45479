package dev.slipway.order.cancellation;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.Party;
import dev.slipway.order.transition.AppointmentTransitions;
import dev.slipway.order.transition.AppointmentTransitions.Outcome;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives appointments up. */
@Component
public class Cancellation {
    private final AppointmentTransitions transitions;
    private final Clock clock;

    Cancellation(AppointmentTransitions transitions, Clock clock) {
        this.transitions = transitions;
        this.clock = clock;
    }

    /** Empty when there is no such appointment. */
    public Optional<Outcome> cancel(AppointmentNumber number, Party by, @Nullable String reason) {
        return transitions.apply(number, appointment -> appointment.cancel(by, reason, clock.instant()));
    }
}
