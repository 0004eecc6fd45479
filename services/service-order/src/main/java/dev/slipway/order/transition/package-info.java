/** Every change of an appointment, in one short transaction with all that it causes. */
@NullMarked
package dev.slipway.order.transition;

import org.jspecify.annotations.NullMarked;
