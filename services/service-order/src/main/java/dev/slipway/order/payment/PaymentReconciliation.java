package dev.slipway.order.payment;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.payment.PaymentProvider.TradeState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Asks the provider about what it has not told of. A payment that is closed here is asked about until it is closed
 * there too or was paid: money never stays unnoticed because a notification was lost.
 */
@Component
public class PaymentReconciliation {
    private final Payments payments;
    private final PaymentLedger ledger;
    private final PaymentProvider provider;
    private final PaymentSettings settings;
    private final Clock clock;

    PaymentReconciliation(
            Payments payments, PaymentLedger ledger, PaymentProvider provider, PaymentSettings settings, Clock clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.provider = provider;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those whose question is due, at most one batch. */
    public List<String> due() {
        return payments.toAsk(clock.instant(), settings.batch());
    }

    /** Asks if the question is due and nobody else is at it. */
    public void reconcile(String outTradeNo) {
        payments.find(outTradeNo).ifPresent(payment -> {
            Instant now = clock.instant();
            Instant again = now.plus(settings.ask().after(payment.asked(), ThreadLocalRandom.current()));
            if (payments.claimQuestion(outTradeNo, now, again)) {
                ask(outTradeNo);
            }
        });
    }

    /** Asks about all that is open of an appointment, whether it is due or not. */
    public void ask(AppointmentNumber number) {
        payments.of(number).stream()
                .filter(payment -> !payment.status().isReceived())
                .forEach(this::ask);
    }

    /** Asks now, and writes down what is said. */
    public void ask(String outTradeNo) {
        payments.find(outTradeNo).ifPresent(this::ask);
    }

    private void ask(Payment asked) {
        TradeState state = provider.query(asked.outTradeNo());
        if (state instanceof TradeState.Paid paid) {
            ledger.received(paid.receipt());
            payments.settled(asked);
        } else if (isClosed(asked.outTradeNo()) && isGone(state, asked.outTradeNo())) {
            payments.settled(asked);
        }
    }

    private boolean isClosed(String outTradeNo) {
        return payments.find(outTradeNo)
                .filter(payment -> payment.status() == PaymentStatus.CLOSED)
                .isPresent();
    }

    private boolean isGone(TradeState state, String outTradeNo) {
        return state instanceof TradeState.Gone || (state instanceof TradeState.Unpaid && provider.close(outTradeNo));
    }
}
