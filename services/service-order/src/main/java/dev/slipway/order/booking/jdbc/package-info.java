/** When to ask, in MySQL. */
@NullMarked
package dev.slipway.order.booking.jdbc;

import org.jspecify.annotations.NullMarked;
