/** Counts out of MySQL. */
@NullMarked
package dev.slipway.order.statistics.jdbc;

import org.jspecify.annotations.NullMarked;
