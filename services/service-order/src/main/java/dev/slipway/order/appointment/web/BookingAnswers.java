package dev.slipway.order.appointment.web;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentStatus;
import dev.slipway.order.booking.BookingOutcome;
import dev.slipway.order.booking.BookingOutcome.BookedBefore;
import dev.slipway.order.booking.BookingOutcome.Busy;
import dev.slipway.order.booking.BookingOutcome.Made;
import dev.slipway.order.booking.BookingOutcome.NoneFree;
import dev.slipway.order.booking.BookingOutcome.NotOpen;
import dev.slipway.order.booking.BookingOutcome.NotVerified;
import dev.slipway.order.booking.BookingOutcome.PatientMissing;
import dev.slipway.order.booking.BookingOutcome.ScheduleMissing;
import dev.slipway.web.problem.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Outcomes of booking as answers. */
@Component
class BookingAnswers {
    private static final Map<String, String> NOT_OPEN = Map.of(
            "not-yet-released", "Booking for this date has not begun.",
            "stopped", "Booking for today has ended.",
            "closed", "The schedule is closed.",
            "cancelled", "The hospital has cancelled the schedule.",
            "out-of-window", "The date cannot be booked.",
            "hospital-offline", "The hospital takes no bookings at the moment.",
            "hospital-locked", "The hospital takes no bookings at the moment.");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final AppointmentViews views;

    BookingAnswers(AppointmentViews views) {
        this.views = views;
    }

    ResponseEntity<AppointmentView> answer(BookingOutcome outcome) {
        if (outcome instanceof Made made) {
            return made(made.appointment());
        }
        throw refusal(outcome);
    }

    private ResponseEntity<AppointmentView> made(Appointment appointment) {
        if (appointment.status() == AppointmentStatus.REJECTED) {
            String reason = appointment.reason();
            throw ProblemException.unprocessable(
                    "rejected-by-hospital", reason == null ? "The hospital refused." : reason, List.of());
        }
        HttpStatus status =
                appointment.status() == AppointmentStatus.REQUESTED ? HttpStatus.ACCEPTED : HttpStatus.CREATED;
        return ResponseEntity.status(status)
                .location(URI.create("/api/appointments/" + appointment.number()))
                .body(views.of(appointment));
    }

    private static ProblemException refusal(BookingOutcome outcome) {
        if (outcome instanceof NotOpen closed) {
            return ProblemException.conflict(
                    "not-open", NOT_OPEN.getOrDefault(closed.state(), "The schedule is not open for booking."));
        } else if (outcome instanceof NoneFree) {
            return ProblemException.conflict("slot-taken", "All places of this schedule are taken.");
        } else if (outcome instanceof BookedBefore) {
            return ProblemException.conflict(
                    "already-booked", "The patient has an appointment in this department at that time.");
        } else if (outcome instanceof NotVerified) {
            return ProblemException.of(HttpStatus.FORBIDDEN, "not-verified", "Booking needs a verified real name.");
        } else if (outcome instanceof PatientMissing) {
            return ProblemException.notFound("There is no such patient.");
        } else if (outcome instanceof ScheduleMissing) {
            return ProblemException.notFound("There is no such schedule.");
        } else if (outcome instanceof Busy) {
            return ProblemException.tooManyRequests(
                    "busy", "Very many are booking at this moment. Nothing was changed; try again.", RETRY_AFTER);
        }
        throw new IllegalStateException("Not an outcome that refuses: " + outcome);
    }
}
