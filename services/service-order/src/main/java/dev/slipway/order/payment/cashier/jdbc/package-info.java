/** The book of the fake cashier. */
@NullMarked
package dev.slipway.order.payment.cashier.jdbc;

import org.jspecify.annotations.NullMarked;
