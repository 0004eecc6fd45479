package dev.slipway.order.withdrawal;

import dev.slipway.messaging.outbox.Event;
import dev.slipway.messaging.outbox.Outbox;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.appointment.Party;
import dev.slipway.order.cancellation.Cancellation;
import dev.slipway.order.configuration.BookingSettings;
import dev.slipway.order.slot.Slots;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * A schedule that its hospital cancels takes its appointments with it. The count is closed first, which waits for
 * reservations that are being committed; then each appointment is given up by a message of its own, because one
 * transaction over all of them would lock against everybody.
 */
@Component
public class Withdrawal {
    static final String WITHDRAWN = "appointment.withdrawn";
    private static final String REASON = "The hospital has cancelled the schedule.";

    private final Slots slots;
    private final Appointments appointments;
    private final Cancellation cancellation;
    private final Outbox outbox;
    private final BookingSettings settings;
    private final Supplier<UUID> ids;

    Withdrawal(
            Slots slots,
            Appointments appointments,
            Cancellation cancellation,
            Outbox outbox,
            BookingSettings settings,
            Supplier<UUID> ids) {
        this.slots = slots;
        this.appointments = appointments;
        this.cancellation = cancellation;
        this.outbox = outbox;
        this.settings = settings;
        this.ids = ids;
    }

    record Withdrawn(String number) {}

    /** In the transaction that remembers the event; repeated and late ones do nothing. */
    void changed(ScheduleChanged change) {
        slots.learn(change.scheduleId(), change.hospitalCode(), change.total(), change.version());
        boolean newest = slots.withdraw(change.scheduleId(), change.isCancelled(), change.version());
        if (newest && change.isCancelled()) {
            appointments
                    .activeOf(change.scheduleId())
                    .forEach(number ->
                            outbox.store(new Event(ids.get().toString(), WITHDRAWN, new Withdrawn(number.value()))));
        }
    }

    public void withdraw(AppointmentNumber number) {
        cancellation.cancel(number, Party.SCHEDULE, REASON);
    }

    /** What a lost message has left behind. */
    public List<AppointmentNumber> leftBehind() {
        return appointments.activeOfWithdrawn(settings.batch());
    }
}
