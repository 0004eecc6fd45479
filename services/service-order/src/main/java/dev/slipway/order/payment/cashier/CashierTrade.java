package dev.slipway.order.payment.cashier;

import dev.slipway.order.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment in the fake cashier's book. */
public record CashierTrade(
        String outTradeNo,
        Money amount,
        String description,
        State state,
        @Nullable String tradeNo,
        @Nullable String refundNo,
        Instant expiresAt) {
    /** How it stands. */
    public enum State {
        OPEN,
        FAILED,
        PAID,
        CLOSED,
        REFUNDED
    }
}
