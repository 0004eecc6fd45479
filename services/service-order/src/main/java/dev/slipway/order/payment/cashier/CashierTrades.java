package dev.slipway.order.payment.cashier;

import java.util.Optional;

/** The fake cashier's book. */
public interface CashierTrades {
    /** Nothing happens when there is one of the number. */
    void add(CashierTrade trade);

    Optional<CashierTrade> find(String outTradeNo);

    /** Whether the refund was asked for before. */
    boolean isRefunded(String refundNo);

    /** False unless it was open or had failed. */
    boolean pay(String outTradeNo, String tradeNo);

    /** Does nothing unless it was open. */
    void fail(String outTradeNo);

    /** False when it is paid. */
    boolean close(String outTradeNo);

    /** False unless it was paid and is not refunded under another number. */
    boolean refund(String outTradeNo, String refundNo);
}
