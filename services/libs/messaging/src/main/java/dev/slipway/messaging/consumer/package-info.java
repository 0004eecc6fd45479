/** Consuming events: once in effect, with bounded retries, then parked. */
@NullMarked
package dev.slipway.messaging.consumer;

import org.jspecify.annotations.NullMarked;
