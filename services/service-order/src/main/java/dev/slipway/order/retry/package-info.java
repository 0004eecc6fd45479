/** Repeating what lost a race in the database. */
@NullMarked
package dev.slipway.order.retry;

import org.jspecify.annotations.NullMarked;
