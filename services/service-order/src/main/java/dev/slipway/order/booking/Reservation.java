package dev.slipway.order.booking;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.appointment.Booker;
import dev.slipway.order.appointment.PatientSnapshot;
import dev.slipway.order.appointment.Visit;
import dev.slipway.order.configuration.BookingSettings;
import dev.slipway.order.retry.Deadlocks;
import dev.slipway.order.slot.SlotEvents;
import dev.slipway.order.slot.Slots;
import dev.slipway.web.idempotency.Idempotency;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a place and makes the appointment, in one short transaction that also remembers the client's key: all of it is
 * committed or nothing is. The count is touched last, so that its row is locked for no longer than the commit.
 */
@Component
class Reservation {
    private final Appointments appointments;
    private final Slots slots;
    private final SlotEvents slotEvents;
    private final Idempotency idempotency;
    private final BookingSettings settings;
    private final SecureRandom random;
    private final Clock clock;
    private final ZoneId displayZone;

    Reservation(
            Appointments appointments,
            Slots slots,
            SlotEvents slotEvents,
            Idempotency idempotency,
            BookingSettings settings,
            SecureRandom random,
            Clock clock,
            ZoneId displayZone) {
        this.appointments = appointments;
        this.slots = slots;
        this.slotEvents = slotEvents;
        this.idempotency = idempotency;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
        this.displayZone = displayZone;
    }

    record Draft(Booker booker, PatientSnapshot patient, Visit visit) {}

    /** @param isNew whether this call made it, and not an earlier one with the same key */
    record Reserved(Appointment appointment, boolean isNew) {}

    /** What an earlier call with the same key made; empty when there was none, or there is no key. */
    Optional<Appointment> made(BookAppointment wish) {
        String key = wish.requestKey();
        if (key == null || !appointments.remembers(wish.userId(), key)) {
            return Optional.empty();
        }
        Answer answer = once(wish, () -> {
            throw new IllegalStateException("The key was forgotten at this very moment");
        });
        return appointments.find(new AppointmentNumber(answer.number()));
    }

    /**
     * @throws dev.slipway.order.slot.SlotTaken when no place is free
     * @throws dev.slipway.order.appointment.AlreadyBooked when the patient has an active one there at that time
     */
    Reserved make(BookAppointment wish, Draft draft) {
        AtomicReference<@Nullable Appointment> made = new AtomicReference<>();
        Answer answer = Deadlocks.retried(() -> {
            made.set(null);
            return once(wish, () -> {
                Appointment appointment = insert(draft);
                made.set(appointment);
                return new Answer(appointment.number().value());
            });
        });
        Appointment own = made.get();
        return own == null
                ? new Reserved(
                        appointments
                                .find(new AppointmentNumber(answer.number()))
                                .orElseThrow(),
                        false)
                : new Reserved(own, true);
    }

    private Appointment insert(Draft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AppointmentNumber number = AppointmentNumber.random(LocalDate.ofInstant(now, displayZone), random);
        Appointment appointment = Appointment.request(number, draft.booker(), draft.patient(), draft.visit(), now);
        appointments.add(appointment, now.plus(settings.firstQuestion()));
        slotEvents.changed(slots.reserve(draft.visit().scheduleId()));
        return appointment;
    }

    private Answer once(BookAppointment wish, Supplier<Answer> create) {
        return idempotency.once(
                wish.userId(),
                wish.requestKey(),
                new Fingerprint("book", wish.scheduleId(), wish.patientId()),
                Answer.class,
                create);
    }

    record Fingerprint(String operation, String scheduleId, String patientId) {}

    record Answer(String number) {}
}
