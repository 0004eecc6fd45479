package dev.slipway.order.payment;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.payment.PaymentProvider.Prepared;
import dev.slipway.order.payment.PaymentProvider.TradeOrder;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a patient gets the QR code to pay by. */
@Component
public class PaymentDesk {
    private static final int ATTEMPTS = 3;

    private final PaymentLedger ledger;
    private final Payments payments;
    private final PaymentProvider provider;
    private final PaymentReconciliation reconciliation;

    PaymentDesk(
            PaymentLedger ledger, Payments payments, PaymentProvider provider, PaymentReconciliation reconciliation) {
        this.ledger = ledger;
        this.payments = payments;
        this.provider = provider;
        this.reconciliation = reconciliation;
    }

    /** What came of asking to pay. */
    public sealed interface PaymentOffer {
        /** @param payment has a code */
        record Open(Payment payment, String codeUrl) implements PaymentOffer {}

        /** The appointment does not wait for money. */
        record NotPayable() implements PaymentOffer {}

        record Unavailable() implements PaymentOffer {}
    }

    /** The same open payment however often it is asked for; nothing is locked while the provider is asked. */
    public PaymentOffer offer(Appointment appointment) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Payment> open = ledger.open(appointment.number());
            if (open.isEmpty()) {
                return new PaymentOffer.NotPayable();
            }
            Payment payment = open.get();
            if (payment.codeUrl() != null) {
                return new PaymentOffer.Open(payment, payment.codeUrl());
            }
            Prepared prepared = provider.prepare(order(appointment, payment));
            if (prepared instanceof Prepared.Code code) {
                return offer(payment, code.url());
            }
            if (prepared instanceof Prepared.Unavailable) {
                return new PaymentOffer.Unavailable();
            }
            settle(payment, prepared);
        }
        return new PaymentOffer.Unavailable();
    }

    /** The appointment may have ended while the provider was asked: then the provider has to close it as well. */
    private PaymentOffer offer(Payment payment, String codeUrl) {
        if (payments.code(payment.outTradeNo(), codeUrl)) {
            return new PaymentOffer.Open(payment, codeUrl);
        }
        reconciliation.ask(payment.outTradeNo());
        return new PaymentOffer.NotPayable();
    }

    private void settle(Payment payment, Prepared prepared) {
        if (prepared instanceof Prepared.AlreadyPaid) {
            reconciliation.ask(payment.outTradeNo());
        } else {
            ledger.closed(payment);
        }
    }

    private static TradeOrder order(Appointment appointment, Payment payment) {
        return new TradeOrder(
                payment.outTradeNo(),
                payment.amount(),
                appointment.visit().hospitalName() + " 挂号费",
                payment.expiresAt());
    }
}
