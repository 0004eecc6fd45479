package dev.slipway.order.transition;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.AppointmentStatus;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.appointment.Change;
import dev.slipway.order.notice.HospitalNotices;
import dev.slipway.order.notice.NoticeKind;
import dev.slipway.order.retry.Deadlocks;
import dev.slipway.order.slot.SlotEvents;
import dev.slipway.order.slot.Slots;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only way to change an appointment. In one short transaction: the row is locked, the transition judges what it
 * finds, and its consequences are derived from the states before and after. A place is given back when an active
 * appointment becomes inactive, which happens to each once, whoever causes it. Locks are always taken in the order
 * appointment, payment, count.
 */
@Component
public class AppointmentTransitions {
    private final Appointments appointments;
    private final Slots slots;
    private final SlotEvents slotEvents;
    private final HospitalNotices notices;
    private final AppointmentEvents events;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AppointmentTransitions(
            Appointments appointments,
            Slots slots,
            SlotEvents slotEvents,
            HospitalNotices notices,
            AppointmentEvents events,
            ApplicationEventPublisher publisher,
            TransactionTemplate transaction,
            Clock clock) {
        this.appointments = appointments;
        this.slots = slots;
        this.slotEvents = slotEvents;
        this.notices = notices;
        this.events = events;
        this.publisher = publisher;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What became of the transition.
     *
     * @param appointment as it is now
     */
    public record Outcome(Appointment appointment, Change change) {
        public boolean isChanged() {
            return change instanceof Change.To;
        }
    }

    /** Published inside the process, in the transaction: for what may start at once after it, and is swept otherwise. */
    public record Changed(AppointmentNumber number, AppointmentStatus status) {}

    /** Empty when there is no such appointment. Joins a running transaction. */
    public Optional<Outcome> apply(AppointmentNumber number, Function<Appointment, Change> transition) {
        return Deadlocks.retried(() -> transaction.execute(
                status -> appointments.held(number).map(before -> applyTo(before, transition.apply(before)))));
    }

    /** The same for an appointment that the running transaction holds. */
    public Outcome applyTo(Appointment before, Change change) {
        if (change instanceof Change.To to) {
            store(before, to.after());
            return new Outcome(to.after(), change);
        }
        return new Outcome(before, change);
    }

    private void store(Appointment before, Appointment after) {
        Instant now = clock.instant();
        appointments.change(after, now);
        events.changed(after);
        publisher.publishEvent(new Changed(after.number(), after.status()));
        tellHospital(after, now);
        if (before.status().isActive() && !after.status().isActive()) {
            slotEvents.changed(slots.release(after.visit().scheduleId()));
        }
    }

    /** Also of a cancellation that the hospital asked for: it may have died before it wrote that down itself. */
    private void tellHospital(Appointment after, Instant now) {
        String schedule = after.visit().scheduleId();
        switch (after.status()) {
            case PAID -> notices.add(after.number(), NoticeKind.PAID, schedule, now);
            case EXPIRED, CANCELLED, REFUNDING -> notices.add(after.number(), NoticeKind.CANCELLED, schedule, now);
            case REQUESTED, CONFIRMED, FETCHED, REJECTED, REFUNDED -> {}
        }
    }
}
