package dev.slipway.order.payment;

import dev.slipway.order.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that does not fit, kept for an operator.
 *
 * @param kind {@code wrong-amount}, {@code unknown-trade}, {@code second-receipt} or {@code refund-refused}
 */
public record Incident(
        String outTradeNo,
        String tradeNo,
        String kind,
        @Nullable Money amount,
        Instant at) {}
