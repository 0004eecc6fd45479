/** Cancelling, whoever does it. */
@NullMarked
package dev.slipway.order.cancellation;

import org.jspecify.annotations.NullMarked;
