package dev.slipway.order.payment;

import dev.slipway.order.configuration.Background;
import dev.slipway.order.payment.PaymentLedger.RefundDue;
import dev.slipway.order.transition.AppointmentTransitions.Changed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends money back and closes payments at the provider as soon as a change is committed. */
@Component
class PromptSettlement {
    private final RefundDesk refunds;
    private final PaymentReconciliation payments;
    private final Background background;

    PromptSettlement(RefundDesk refunds, PaymentReconciliation payments, Background background) {
        this.refunds = refunds;
        this.payments = payments;
        this.background = background;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void changed(Changed change) {
        switch (change.status()) {
            case PAID, CANCELLED, EXPIRED -> background.run(() -> payments.ask(change.number()));
            case REQUESTED, CONFIRMED, FETCHED, REJECTED, REFUNDING, REFUNDED -> {}
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void refund(RefundDue due) {
        background.run(() -> refunds.openOf(due.number()).forEach(refunds::attempt));
    }
}
