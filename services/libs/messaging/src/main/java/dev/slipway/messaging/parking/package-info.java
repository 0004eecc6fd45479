/** Messages that a consumer gave up, kept until an operator decides. */
@NullMarked
package dev.slipway.messaging.parking;

import org.jspecify.annotations.NullMarked;
