/** The message on the evening before a visit. */
@NullMarked
package dev.slipway.order.reminder;

import org.jspecify.annotations.NullMarked;
