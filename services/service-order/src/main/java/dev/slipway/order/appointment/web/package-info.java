/** The calls of patients and operators. */
@NullMarked
package dev.slipway.order.appointment.web;

import org.jspecify.annotations.NullMarked;
