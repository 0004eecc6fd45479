package dev.slipway.order.appointment.web;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.notice.HospitalNotices.Untold;
import dev.slipway.order.payment.Incident;
import dev.slipway.order.payment.Payment;
import dev.slipway.order.payment.PaymentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One appointment with what an operator needs to see to it.
 *
 * @param incidents money that does not fit; somebody has to decide
 * @param untold what the hospital does not know of
 */
record AdminAppointmentView(
        AppointmentView appointment,
        String userId,
        String userPhone,
        String patientPhone,
        List<Attempt> payments,
        List<IncidentView> incidents,
        List<UntoldView> untold) {

    record Attempt(
            String outTradeNo,
            PaymentStatus status,
            String amount,
            @Nullable String tradeNo,
            Instant expiresAt) {}

    record IncidentView(
            String outTradeNo,
            String tradeNo,
            String kind,
            @Nullable String amount,
            Instant at) {}

    /**
     * @param what {@code paid} or {@code cancelled}
     * @param outcome why nobody tries any more; null while somebody does
     */
    record UntoldView(String what, int attempts, @Nullable String outcome) {}

    static AdminAppointmentView of(
            Appointment appointment,
            AppointmentView view,
            List<Payment> payments,
            List<Incident> incidents,
            List<Untold> untold) {
        return new AdminAppointmentView(
                view,
                appointment.booker().userId(),
                appointment.booker().phone(),
                appointment.patient().phone(),
                payments.stream()
                        .map(payment -> new Attempt(
                                payment.outTradeNo(),
                                payment.status(),
                                payment.amount().toString(),
                                payment.tradeNo(),
                                payment.expiresAt()))
                        .toList(),
                incidents.stream().map(AdminAppointmentView::view).toList(),
                untold.stream()
                        .map(notice -> new UntoldView(
                                notice.kind().name().toLowerCase(Locale.ROOT), notice.attempts(), notice.outcome()))
                        .toList());
    }

    private static IncidentView view(Incident incident) {
        return new IncidentView(
                incident.outTradeNo(),
                incident.tradeNo(),
                incident.kind(),
                incident.amount() == null ? null : incident.amount().toString(),
                incident.at());
    }
}
