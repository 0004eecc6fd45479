/** The page of the fake cashier. */
@NullMarked
package dev.slipway.order.payment.cashier.web;

import org.jspecify.annotations.NullMarked;
