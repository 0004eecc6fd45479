/** Instants in the database. */
@NullMarked
package dev.slipway.order.time;

import org.jspecify.annotations.NullMarked;
