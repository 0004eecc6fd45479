package dev.slipway.order.booking;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.booking.BookingOutcome.Busy;
import dev.slipway.order.booking.BookingOutcome.Made;
import dev.slipway.order.booking.BookingOutcome.NoneFree;
import dev.slipway.order.booking.BookingOutcome.NotOpen;
import dev.slipway.order.booking.BookingOutcome.Reserved;
import dev.slipway.order.booking.BookingOutcome.ScheduleMissing;
import dev.slipway.order.schedule.ScheduleSnapshot;
import dev.slipway.order.schedule.Schedules;
import dev.slipway.order.slot.Slot;
import dev.slipway.order.slot.Slots;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Books. What can be refused is refused by plain reads; then, when it is its turn, the slot is reserved in one short
 * transaction; then, with nothing locked, the hospital is asked.
 */
@Component
public class AppointmentBooking {
    private final Schedules schedules;
    private final Slots slots;
    private final Reservation reservation;
    private final Turns turns;
    private final Claim claim;
    private final HospitalRequest request;

    AppointmentBooking(
            Schedules schedules,
            Slots slots,
            Reservation reservation,
            Turns turns,
            Claim claim,
            HospitalRequest request) {
        this.schedules = schedules;
        this.slots = slots;
        this.reservation = reservation;
        this.turns = turns;
        this.claim = claim;
        this.request = request;
    }

    /** @throws dev.slipway.order.configuration.RemoteUnavailable when nothing could be decided */
    public BookingOutcome book(BookAppointment wish) {
        Optional<Appointment> before = reservation.made(wish);
        if (before.isPresent()) {
            return new Made(before.get());
        }
        Optional<ScheduleSnapshot> schedule = schedules.find(wish.scheduleId());
        if (schedule.isEmpty()) {
            return new ScheduleMissing();
        }
        return schedule.get().isOpen()
                ? bookOpen(wish, schedule.get())
                : new NotOpen(schedule.get().state());
    }

    /** The count is read again after waiting: whoever comes to the front too late is refused for the price of a read. */
    private BookingOutcome bookOpen(BookAppointment wish, ScheduleSnapshot schedule) {
        BookingOutcome outcome = refusal(schedule)
                .or(() -> turns.take(() -> refusal(schedule).orElseGet(() -> claim.make(wish, schedule))))
                .orElseGet(Busy::new);
        return outcome instanceof Reserved reserved ? new Made(request.submit(reserved.appointment())) : outcome;
    }

    private Optional<BookingOutcome> refusal(ScheduleSnapshot schedule) {
        Slot slot = count(schedule);
        if (slot.withdrawn()) {
            return Optional.of(new NotOpen("cancelled"));
        }
        return slot.available() == 0 ? Optional.of(new NoneFree()) : Optional.empty();
    }

    /** The count as it is committed; the catalogue's total is taken over first when it is newer than ours. */
    private Slot count(ScheduleSnapshot schedule) {
        Optional<Slot> known = slots.find(schedule.id());
        if (known.isPresent() && known.get().scheduleVersion() >= schedule.version()) {
            return known.get();
        }
        slots.learn(schedule.id(), schedule.hospitalCode(), schedule.total(), schedule.version());
        return slots.find(schedule.id()).orElseThrow();
    }
}
