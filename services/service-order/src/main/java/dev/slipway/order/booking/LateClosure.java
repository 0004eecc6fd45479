package dev.slipway.order.booking;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.notice.HospitalNotices;
import dev.slipway.order.notice.NoticeKind;
import dev.slipway.order.transition.AppointmentTransitions;
import dev.slipway.order.transition.AppointmentTransitions.Outcome;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes a request about which nobody is asked any more. Its hospital may have accepted it unheard, and keeps the place
 * taken until it is told.
 */
@Component
class LateClosure {
    private final AppointmentTransitions transitions;
    private final HospitalNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LateClosure(
            AppointmentTransitions transitions, HospitalNotices notices, TransactionTemplate transaction, Clock clock) {
        this.transitions = transitions;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    void close(Appointment requested, String reason) {
        transaction.executeWithoutResult(status -> transitions
                .apply(requested.number(), current -> current.reject(reason))
                .filter(Outcome::isChanged)
                .ifPresent(closed -> notices.add(
                        requested.number(),
                        NoticeKind.CANCELLED,
                        requested.visit().scheduleId(),
                        clock.instant())));
    }
}
