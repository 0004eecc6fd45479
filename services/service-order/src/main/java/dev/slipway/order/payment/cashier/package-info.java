/** A provider that is played by a page, for development only. */
@NullMarked
package dev.slipway.order.payment.cashier;

import org.jspecify.annotations.NullMarked;
