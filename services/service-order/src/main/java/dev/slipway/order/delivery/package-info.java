/** Telling hospitals what was decided here. */
@NullMarked
package dev.slipway.order.delivery;

import org.jspecify.annotations.NullMarked;
