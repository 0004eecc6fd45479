/** Messages that a consumer gave up: listed, replayed or deleted by an operator. */
@NullMarked
package dev.slipway.messaging.parked;

import org.jspecify.annotations.NullMarked;
