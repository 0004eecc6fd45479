package dev.slipway.order.appointment.web;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.web.AppointmentView.PaymentRef;
import dev.slipway.order.payment.Payment;
import dev.slipway.order.payment.Payments;
import dev.slipway.web.page.Page;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Appointments with what they are shown with. */
@Component
class AppointmentViews {
    private final Payments payments;

    AppointmentViews(Payments payments) {
        this.payments = payments;
    }

    AppointmentView of(Appointment appointment) {
        return view(appointment, payments.current(List.of(appointment.number())));
    }

    Page<AppointmentView> of(Page<Appointment> page) {
        Map<AppointmentNumber, Payment> paid =
                payments.current(page.items().stream().map(Appointment::number).toList());
        return page.map(appointment -> view(appointment, paid));
    }

    private static AppointmentView view(Appointment appointment, Map<AppointmentNumber, Payment> paid) {
        Payment payment = paid.get(appointment.number());
        return AppointmentView.of(
                appointment, payment == null ? null : new PaymentRef(payment.outTradeNo(), payment.status()));
    }
}
