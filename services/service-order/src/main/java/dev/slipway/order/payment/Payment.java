package dev.slipway.order.payment;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay for an appointment.
 *
 * @param outTradeNo our name for it at the provider
 * @param codeUrl what the QR code says; null until the provider gave it
 * @param tradeNo the provider's name for the money that arrived
 */
public record Payment(
        String outTradeNo,
        AppointmentNumber number,
        int attempt,
        PaymentStatus status,
        Money amount,
        @Nullable String codeUrl,
        @Nullable String tradeNo,
        Instant expiresAt,
        int asked) {
    /** @param attempt from 1 */
    public static Payment open(AppointmentNumber number, int attempt, Money amount, Instant expiresAt) {
        String outTradeNo = number.value() + String.format("%02d", attempt);
        return new Payment(outTradeNo, number, attempt, PaymentStatus.OPEN, amount, null, null, expiresAt, 0);
    }

    /** Names the one refund that it can have. */
    public String outRefundNo() {
        return outTradeNo + "R";
    }
}
