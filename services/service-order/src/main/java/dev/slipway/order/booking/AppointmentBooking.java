package dev.slipway.order.booking;

import dev.slipway.order.appointment.ActiveKey;
import dev.slipway.order.appointment.AlreadyBooked;
import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.appointment.Booker;
import dev.slipway.order.appointment.PatientSnapshot;
import dev.slipway.order.booking.BookingOutcome.BookedBefore;
import dev.slipway.order.booking.BookingOutcome.Made;
import dev.slipway.order.booking.BookingOutcome.NoneFree;
import dev.slipway.order.booking.BookingOutcome.NotOpen;
import dev.slipway.order.booking.BookingOutcome.NotVerified;
import dev.slipway.order.booking.BookingOutcome.PatientMissing;
import dev.slipway.order.booking.BookingOutcome.ScheduleMissing;
import dev.slipway.order.patient.UserDirectory;
import dev.slipway.order.patient.UserDirectory.User;
import dev.slipway.order.schedule.ScheduleSnapshot;
import dev.slipway.order.schedule.Schedules;
import dev.slipway.order.slot.Slot;
import dev.slipway.order.slot.SlotTaken;
import dev.slipway.order.slot.Slots;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.stereotype.Component;

/**
 * Books. What can be refused is refused by plain reads; then the slot is reserved in one short transaction; then, with
 * nothing locked, the hospital is asked.
 */
@Component
public class AppointmentBooking {
    private final Schedules schedules;
    private final UserDirectory users;
    private final Slots slots;
    private final Appointments appointments;
    private final Reservation reservation;
    private final HospitalRequest request;
    private final ThreadPoolExecutor remoteReads;

    AppointmentBooking(
            Schedules schedules,
            UserDirectory users,
            Slots slots,
            Appointments appointments,
            Reservation reservation,
            HospitalRequest request,
            ThreadPoolExecutor remoteReads) {
        this.schedules = schedules;
        this.users = users;
        this.slots = slots;
        this.appointments = appointments;
        this.reservation = reservation;
        this.request = request;
        this.remoteReads = remoteReads;
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

    private BookingOutcome bookOpen(BookAppointment wish, ScheduleSnapshot schedule) {
        Slot slot = count(schedule);
        if (slot.withdrawn()) {
            return new NotOpen("cancelled");
        }
        if (slot.available() == 0) {
            return new NoneFree();
        }
        CompletableFuture<Optional<PatientSnapshot>> patient =
                CompletableFuture.supplyAsync(() -> users.patient(wish.userId(), wish.patientId()), remoteReads);
        Optional<User> user = users.user(wish.userId()).filter(User::isVerified);
        if (user.isEmpty()) {
            return new NotVerified();
        }
        Booker booker = new Booker(wish.userId(), user.get().phone());
        return joined(patient)
                .map(known -> reserve(wish, new Reservation.Draft(booker, known, schedule.visit())))
                .orElseGet(PatientMissing::new);
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

    private BookingOutcome reserve(BookAppointment wish, Reservation.Draft draft) {
        if (appointments.isActive(ActiveKey.of(draft.patient().id(), draft.visit()))) {
            // Perhaps by this very key, a moment ago.
            return reservation.made(wish).<BookingOutcome>map(Made::new).orElseGet(BookedBefore::new);
        }
        try {
            Reservation.Reserved reserved = reservation.make(wish, draft);
            return new Made(reserved.isNew() ? request.submit(reserved.appointment()) : reserved.appointment());
        } catch (SlotTaken none) {
            return new NoneFree();
        } catch (AlreadyBooked active) {
            return new BookedBefore();
        }
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
