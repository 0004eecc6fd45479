/** Giving up what was not paid in time. */
@NullMarked
package dev.slipway.order.expiry;

import org.jspecify.annotations.NullMarked;
