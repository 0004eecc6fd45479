/** The calls to pay, and the provider's notifications. */
@NullMarked
package dev.slipway.order.payment.web;

import org.jspecify.annotations.NullMarked;
