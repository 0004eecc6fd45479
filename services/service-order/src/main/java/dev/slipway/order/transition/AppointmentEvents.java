package dev.slipway.order.transition;

import dev.slipway.messaging.outbox.Event;
import dev.slipway.messaging.outbox.Outbox;
import dev.slipway.order.appointment.Admission;
import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.Visit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the other services are told of a change, in its transaction; the ids make each of them happen once. */
@Component
class AppointmentEvents {
    private final Outbox outbox;
    private final Messages messages;

    AppointmentEvents(Outbox outbox, Messages messages) {
        this.outbox = outbox;
        this.messages = messages;
    }

    void changed(Appointment after) {
        switch (after.status()) {
            case CONFIRMED -> both(after, "confirmed", "appointment-confirmed");
            case EXPIRED -> both(after, "expired", "appointment-expired");
            case CANCELLED, REFUNDING -> both(after, "cancelled", "appointment-cancelled");
            case PAID -> both(after, "paid", "payment-completed");
            case FETCHED -> outbox.store(event(after, "fetched"));
            case REFUNDED -> outbox.store(event(after, "refunded"));
            // The caller is told by the answer, or finds it in the list.
            case REQUESTED, REJECTED -> {}
        }
    }

    private void both(Appointment after, String word, String template) {
        outbox.store(event(after, word));
        messages.request(after, template);
    }

    private static Event event(Appointment after, String word) {
        return new Event(after.number() + "-" + word, "appointment." + word, AppointmentChanged.of(after));
    }

    record AppointmentChanged(
            String number,
            String hospitalCode,
            String departmentCode,
            String scheduleId,
            LocalDate visitDate,
            String session,
            String userId,
            @Nullable String hospitalRecordId,
            String amount,
            int version) {
        static AppointmentChanged of(Appointment appointment) {
            Visit visit = appointment.visit();
            Admission admission = appointment.admission();
            return new AppointmentChanged(
                    appointment.number().value(),
                    visit.hospitalCode(),
                    visit.departmentCode(),
                    visit.scheduleId(),
                    visit.date(),
                    visit.session(),
                    appointment.booker().userId(),
                    admission == null ? null : admission.recordId(),
                    visit.fee().toString(),
                    appointment.version());
        }
    }
}
