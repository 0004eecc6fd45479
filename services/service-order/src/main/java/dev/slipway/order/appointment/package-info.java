/** The appointment, its states and the transitions that guard themselves. */
@NullMarked
package dev.slipway.order.appointment;

import org.jspecify.annotations.NullMarked;
