package dev.slipway.order.payment;

import dev.slipway.order.money.Money;

/**
 * The provider says that money has arrived.
 *
 * @param raw its words, kept as they are
 */
public record Receipt(String outTradeNo, String tradeNo, Money amount, String raw) {}
