/** Amounts of money. */
@NullMarked
package dev.slipway.order.money;

import org.jspecify.annotations.NullMarked;
