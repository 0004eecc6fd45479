package dev.slipway.order.payment;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.money.Money;

/** Money on its way back: the whole amount of one payment. */
public record Refund(
        String outRefundNo, String outTradeNo, AppointmentNumber number, Money amount, String reason, int attempts) {}
