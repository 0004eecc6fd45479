/** Booking as tutorials have it, to be measured against and never to be copied. */
@NullMarked
package dev.slipway.bench.plain;

import org.jspecify.annotations.NullMarked;
