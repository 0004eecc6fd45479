/** The counts in the database. */
@NullMarked
package dev.slipway.order.slot.jdbc;

import org.jspecify.annotations.NullMarked;
