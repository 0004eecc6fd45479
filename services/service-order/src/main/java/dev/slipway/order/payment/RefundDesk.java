package dev.slipway.order.payment;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.payment.PaymentProvider.RefundOrder;
import dev.slipway.order.payment.PaymentProvider.RefundState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends money back: asked for under one number until the provider says that it has arrived. */
@Component
public class RefundDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RefundDesk.class);

    private final Refunds refunds;
    private final Payments payments;
    private final PaymentLedger ledger;
    private final PaymentProvider provider;
    private final PaymentSettings settings;
    private final Clock clock;

    RefundDesk(
            Refunds refunds,
            Payments payments,
            PaymentLedger ledger,
            PaymentProvider provider,
            PaymentSettings settings,
            Clock clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.ledger = ledger;
        this.provider = provider;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those that are due, at most one batch. */
    public List<Refund> due() {
        return refunds.due(clock.instant(), settings.batch());
    }

    public List<Refund> openOf(AppointmentNumber number) {
        return refunds.openOf(number);
    }

    /** One attempt, unless another is at it. */
    public void attempt(Refund refund) {
        Instant now = clock.instant();
        Instant next = now.plus(settings.refund().after(refund.attempts(), ThreadLocalRandom.current()));
        if (!refunds.claimAttempt(refund.outRefundNo(), now, next)) {
            return;
        }
        RefundState state = refund.attempts() == 0 ? RefundState.ABSENT : provider.refundState(refund.outRefundNo());
        if (state == RefundState.ABSENT) {
            state = provider.refund(new RefundOrder(
                    refund.outRefundNo(), refund.outTradeNo(), refund.amount(), refund.amount(), refund.reason()));
        }
        settle(refund, state);
    }

    private void settle(Refund refund, RefundState state) {
        switch (state) {
            case DONE -> ledger.refunded(refund.outRefundNo());
            case REFUSED -> {
                LOG.error("The provider refuses the refund {}", refund.outRefundNo());
                payments.keep(refund.outTradeNo(), "", "refund-refused", refund.amount(), "");
            }
            case PROCESSING, ABSENT, UNKNOWN -> LOG.debug("The refund {} is {}", refund.outRefundNo(), state);
        }
    }
}
