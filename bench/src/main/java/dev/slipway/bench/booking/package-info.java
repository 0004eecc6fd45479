/** Bookings under load: the stack against a deliberately plain variant, in one run. */
@NullMarked
package dev.slipway.bench.booking;

import org.jspecify.annotations.NullMarked;
