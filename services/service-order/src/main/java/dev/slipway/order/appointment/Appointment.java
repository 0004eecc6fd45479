package dev.slipway.order.appointment;

import dev.slipway.order.appointment.Change.Already;
import dev.slipway.order.appointment.Change.Refused;
import dev.slipway.order.appointment.Change.To;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One appointment: {@code REQUESTED → CONFIRMED → PAID → FETCHED}, with {@code REJECTED}, {@code EXPIRED},
 * {@code CANCELLED} and {@code REFUNDING → REFUNDED}. Each transition guards itself; a repeated one is {@link Already}.
 *
 * @param admission from the hospital; null until it is confirmed
 * @param expiresAt when an unpaid one is given up; null until it is confirmed
 * @param reason of a refusal or a cancellation, in words for the patient
 * @param version grows by one with each change
 */
public record Appointment(
        AppointmentNumber number,
        Booker booker,
        PatientSnapshot patient,
        Visit visit,
        AppointmentStatus status,
        @Nullable Admission admission,
        @Nullable Instant expiresAt,
        @Nullable String reason,
        @Nullable Party cancelledBy,
        int version,
        Instant createdAt) {

    /** A reserved slot whose hospital is yet to be asked. */
    public static Appointment request(
            AppointmentNumber number, Booker booker, PatientSnapshot patient, Visit visit, Instant now) {
        return new Appointment(
                number, booker, patient, visit, AppointmentStatus.REQUESTED, null, null, null, null, 1, now);
    }

    /**
     * The hospital accepted.
     *
     * @param payWithin how long the slot is kept for an unpaid one
     */
    public Change confirm(Admission given, Instant now, Duration payWithin) {
        return switch (status) {
            case REQUESTED ->
                new To(new Appointment(
                        number,
                        booker,
                        patient,
                        visit,
                        AppointmentStatus.CONFIRMED,
                        given,
                        now.plus(payWithin),
                        null,
                        null,
                        version + 1,
                        createdAt));
            case CONFIRMED, PAID, FETCHED -> new Already();
            case REJECTED, EXPIRED, CANCELLED, REFUNDING, REFUNDED -> new Refused(Refusal.NOT_ACTIVE);
        };
    }

    /** The hospital refused, or will never have it. */
    public Change reject(String why) {
        return switch (status) {
            case REQUESTED -> new To(next(AppointmentStatus.REJECTED, why, cancelledBy));
            case REJECTED -> new Already();
            case CONFIRMED, PAID, FETCHED, EXPIRED, CANCELLED, REFUNDING, REFUNDED -> new Refused(Refusal.NOT_ACTIVE);
        };
    }

    /** The whole amount has arrived. */
    public Change pay() {
        return switch (status) {
            case CONFIRMED -> new To(next(AppointmentStatus.PAID, reason, cancelledBy));
            case PAID, FETCHED -> new Already();
            case REQUESTED, REJECTED, EXPIRED, CANCELLED, REFUNDING, REFUNDED -> new Refused(Refusal.NOT_ACTIVE);
        };
    }

    /** The patient has fetched the number at the hospital. */
    public Change fetch() {
        return switch (status) {
            case PAID -> new To(next(AppointmentStatus.FETCHED, reason, cancelledBy));
            case FETCHED -> new Already();
            case REQUESTED, CONFIRMED -> new Refused(Refusal.NOT_PAID);
            case REJECTED, EXPIRED, CANCELLED, REFUNDING, REFUNDED -> new Refused(Refusal.TOO_LATE);
        };
    }

    /** The deadline binds the patient alone; a fetched number binds all. */
    public Change cancel(Party by, @Nullable String why, Instant now) {
        return switch (status) {
            case REQUESTED, CONFIRMED, PAID -> cancelActive(by, why, now);
            case CANCELLED, REFUNDING, REFUNDED -> new Already();
            case FETCHED -> new Refused(Refusal.TOO_LATE);
            case REJECTED, EXPIRED -> by == Party.PATIENT ? new Refused(Refusal.NOT_ACTIVE) : new Already();
        };
    }

    private Change cancelActive(Party by, @Nullable String why, Instant now) {
        if (by == Party.PATIENT && !now.isBefore(visit.quitDeadline())) {
            return new Refused(Refusal.TOO_LATE);
        }
        AppointmentStatus after =
                status == AppointmentStatus.PAID ? AppointmentStatus.REFUNDING : AppointmentStatus.CANCELLED;
        return new To(next(after, why, by));
    }

    /** Given up because it was not paid in time. */
    public Change expire(Instant now) {
        if (status == AppointmentStatus.EXPIRED) {
            return new Already();
        }
        if (status != AppointmentStatus.CONFIRMED || expiresAt == null || now.isBefore(expiresAt)) {
            return new Refused(Refusal.NOT_ACTIVE);
        }
        return new To(next(AppointmentStatus.EXPIRED, reason, cancelledBy));
    }

    /** The money of a cancelled one is back. */
    public Change refunded() {
        return switch (status) {
            case REFUNDING -> new To(next(AppointmentStatus.REFUNDED, reason, cancelledBy));
            case REFUNDED -> new Already();
            case REQUESTED, CONFIRMED, PAID, FETCHED, REJECTED, EXPIRED, CANCELLED -> new Refused(Refusal.NOT_ACTIVE);
        };
    }

    private Appointment next(AppointmentStatus after, @Nullable String why, @Nullable Party by) {
        return new Appointment(
                number, booker, patient, visit, after, admission, expiresAt, why, by, version + 1, createdAt);
    }
}
