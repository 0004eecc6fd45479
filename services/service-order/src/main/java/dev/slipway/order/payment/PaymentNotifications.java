package dev.slipway.order.payment;

import dev.slipway.order.payment.PaymentProvider.Notification;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the provider tells of its own accord; each may come any number of times. */
@Component
public class PaymentNotifications {
    private final PaymentProvider provider;
    private final PaymentLedger ledger;

    PaymentNotifications(PaymentProvider provider, PaymentLedger ledger) {
        this.provider = provider;
        this.ledger = ledger;
    }

    /** @throws NotGenuine when the provider did not sign it; nothing was done then */
    public void receive(UnaryOperator<@Nullable String> header, String body) {
        Notification said = provider.read(header, body);
        if (said instanceof Notification.Paid paid) {
            ledger.received(paid.receipt());
        } else if (said instanceof Notification.Refunded refunded) {
            ledger.refunded(refunded.outRefundNo());
        }
    }
}
