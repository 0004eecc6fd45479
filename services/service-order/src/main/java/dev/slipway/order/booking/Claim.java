package dev.slipway.order.booking;

import dev.slipway.order.appointment.ActiveKey;
import dev.slipway.order.appointment.AlreadyBooked;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.appointment.Booker;
import dev.slipway.order.appointment.PatientSnapshot;
import dev.slipway.order.booking.BookingOutcome.BookedBefore;
import dev.slipway.order.booking.BookingOutcome.Made;
import dev.slipway.order.booking.BookingOutcome.NoneFree;
import dev.slipway.order.booking.BookingOutcome.NotVerified;
import dev.slipway.order.booking.BookingOutcome.PatientMissing;
import dev.slipway.order.booking.BookingOutcome.Reserved;
import dev.slipway.order.patient.UserDirectory;
import dev.slipway.order.patient.UserDirectory.User;
import dev.slipway.order.schedule.ScheduleSnapshot;
import dev.slipway.order.slot.SlotTaken;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.stereotype.Component;

/** Claims a place for a patient: who wants it is looked up, then it is reserved. */
@Component
class Claim {
    private final UserDirectory users;
    private final Appointments appointments;
    private final Reservation reservation;
    private final ThreadPoolExecutor remoteReads;

    Claim(UserDirectory users, Appointments appointments, Reservation reservation, ThreadPoolExecutor remoteReads) {
        this.users = users;
        this.appointments = appointments;
        this.reservation = reservation;
        this.remoteReads = remoteReads;
    }

    /** @throws dev.slipway.order.configuration.RemoteUnavailable when nothing could be decided */
    BookingOutcome make(BookAppointment wish, ScheduleSnapshot schedule) {
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

    private BookingOutcome reserve(BookAppointment wish, Reservation.Draft draft) {
        if (appointments.isActive(ActiveKey.of(draft.patient().id(), draft.visit()))) {
            // Perhaps by this very key, a moment ago.
            return reservation.made(wish).<BookingOutcome>map(Made::new).orElseGet(BookedBefore::new);
        }
        try {
            Reservation.Reserved made = reservation.make(wish, draft);
            return made.isNew() ? new Reserved(made.appointment()) : new Made(made.appointment());
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
