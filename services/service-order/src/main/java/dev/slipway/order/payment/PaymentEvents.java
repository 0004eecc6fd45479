package dev.slipway.order.payment;

import dev.slipway.messaging.outbox.Event;
import dev.slipway.messaging.outbox.Outbox;
import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.transition.Messages;
import org.springframework.stereotype.Component;

/** What is told of payments, in the transaction of the change. */
@Component
class PaymentEvents {
    private final Outbox outbox;
    private final Messages messages;

    PaymentEvents(Outbox outbox, Messages messages) {
        this.outbox = outbox;
        this.messages = messages;
    }

    void completed(Appointment appointment, Payment payment) {
        outbox.store(event(appointment, payment, "completed"));
    }

    /** The message is one a payment, because an appointment may have been paid for more than once. */
    void refunded(Appointment appointment, Payment payment) {
        outbox.store(event(appointment, payment, "refunded"));
        messages.request(appointment, "payment-refunded", payment.outTradeNo());
    }

    private static Event event(Appointment appointment, Payment payment, String word) {
        return new Event(
                payment.outTradeNo() + "-" + word,
                "payment." + word,
                new PaymentChanged(
                        payment.number().value(),
                        appointment.visit().hospitalCode(),
                        payment.outTradeNo(),
                        payment.amount().toString()));
    }

    record PaymentChanged(String number, String hospitalCode, String outTradeNo, String amount) {}
}
