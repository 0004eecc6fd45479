/** Booking and the reconciliation of requests whose outcome is not known. */
@NullMarked
package dev.slipway.order.booking;

import org.jspecify.annotations.NullMarked;
