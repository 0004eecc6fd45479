/** Payments in the database. */
@NullMarked
package dev.slipway.order.payment.jdbc;

import org.jspecify.annotations.NullMarked;
