/** Expiry on request, where there is no real patient. */
@NullMarked
package dev.slipway.order.expiry.web;

import org.jspecify.annotations.NullMarked;
