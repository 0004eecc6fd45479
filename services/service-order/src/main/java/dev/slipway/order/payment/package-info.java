/** Payments and refunds: what was asked for, what arrived, what goes back. */
@NullMarked
package dev.slipway.order.payment;

import org.jspecify.annotations.NullMarked;
