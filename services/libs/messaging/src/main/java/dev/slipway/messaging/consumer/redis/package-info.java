/** Which events are consumed, kept in Redis. */
@NullMarked
package dev.slipway.messaging.consumer.redis;

import org.jspecify.annotations.NullMarked;
