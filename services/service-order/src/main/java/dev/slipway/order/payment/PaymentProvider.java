package dev.slipway.order.payment;

import dev.slipway.order.money.Money;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes money and gives it back. Each call may be repeated under the same number. None throws for what a provider or
 * the network may do; that is an outcome. Never called inside a transaction.
 */
public interface PaymentProvider {
    /** Short word that is stored with a payment. */
    String channel();

    Prepared prepare(TradeOrder order);

    TradeState query(String outTradeNo);

    /** From then on it can't be paid. False when that is not sure. */
    boolean close(String outTradeNo);

    RefundState refund(RefundOrder order);

    /** How a refund stands that was asked for before. */
    RefundState refundState(String outRefundNo);

    /**
     * Reads a notification.
     *
     * @param header gives the value of a header, or null
     * @throws NotGenuine when it is not the provider's
     */
    Notification read(UnaryOperator<@Nullable String> header, String body);

    /** @param expiresAt the provider takes no money after that */
    record TradeOrder(String outTradeNo, Money amount, String description, Instant expiresAt) {}

    /** @param total amount of the payment that it is part of */
    record RefundOrder(String outRefundNo, String outTradeNo, Money amount, Money total, String reason) {}

    /** What came of asking for a QR code. */
    sealed interface Prepared {
        record Code(String url) implements Prepared {}

        record AlreadyPaid() implements Prepared {}

        /** The number was closed there. */
        record Closed() implements Prepared {}

        record Unavailable(String why) implements Prepared {}
    }

    /** How a payment stands at the provider. */
    sealed interface TradeState {
        record Paid(Receipt receipt) implements TradeState {}

        /** Not paid, and may still be. */
        record Unpaid() implements TradeState {}

        /** Can't be paid any more: closed, or never made. */
        record Gone() implements TradeState {}

        record Unknown(String why) implements TradeState {}
    }

    /** How a refund stands at the provider. */
    enum RefundState {
        DONE,
        PROCESSING,
        /** Not under this number as it is: an operator has to see to it. */
        REFUSED,
        /** It was never asked for. */
        ABSENT,
        UNKNOWN
    }

    /** What a notification says. */
    sealed interface Notification {
        record Paid(Receipt receipt) implements Notification {}

        record Refunded(String outRefundNo) implements Notification {}

        /** Genuine, and nothing to act on. */
        record Other() implements Notification {}
    }
}
