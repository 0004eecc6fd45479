/** Appointments: booking, payment, cancellation, expiry and number fetching. */
@NullMarked
package dev.slipway.order;

import org.jspecify.annotations.NullMarked;
