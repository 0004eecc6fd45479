package dev.slipway.order.appointment.web;

import dev.slipway.order.appointment.Admission;
import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentStatus;
import dev.slipway.order.appointment.Party;
import dev.slipway.order.appointment.Visit;
import dev.slipway.order.payment.PaymentStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as its owner and operators see it.
 *
 * @param reason why it was refused or cancelled
 * @param cancelledBy {@code patient}, {@code hospital} or {@code schedule}
 * @param payment absent until there is one
 */
record AppointmentView(
        String number,
        AppointmentStatus status,
        PatientRef patient,
        Named hospital,
        Named department,
        ScheduleRef schedule,
        LocalDate visitDate,
        String session,
        @Nullable String hospitalRecordId,
        @Nullable Integer sequenceNumber,
        @Nullable String fetchTime,
        @Nullable String fetchAddress,
        String fee,
        Instant quitDeadline,
        @Nullable Instant expiresAt,
        @Nullable String reason,
        @Nullable String cancelledBy,
        @Nullable PaymentRef payment,
        Instant createdAt) {

    record PatientRef(String id, String name) {}

    record Named(String code, String name) {}

    record ScheduleRef(
            String id,
            @Nullable String title,
            @Nullable String doctor,
            @Nullable String skill) {}

    record PaymentRef(String outTradeNo, PaymentStatus status) {}

    static AppointmentView of(Appointment appointment, @Nullable PaymentRef payment) {
        Visit visit = appointment.visit();
        Admission admission = appointment.admission();
        Party party = appointment.cancelledBy();
        return new AppointmentView(
                appointment.number().value(),
                appointment.status(),
                new PatientRef(appointment.patient().id(), appointment.patient().name()),
                new Named(visit.hospitalCode(), visit.hospitalName()),
                new Named(visit.departmentCode(), visit.departmentName()),
                new ScheduleRef(visit.scheduleId(), visit.title(), visit.doctor(), visit.skill()),
                visit.date(),
                visit.session(),
                admission == null ? null : admission.recordId(),
                admission == null ? null : admission.sequenceNumber(),
                admission == null ? null : admission.fetchTime(),
                admission == null ? null : admission.fetchAddress(),
                visit.fee().toString(),
                visit.quitDeadline(),
                appointment.status() == AppointmentStatus.CONFIRMED ? appointment.expiresAt() : null,
                appointment.reason(),
                party == null ? null : party.name().toLowerCase(Locale.ROOT),
                payment,
                appointment.createdAt());
    }
}
