/** What was consumed, remembered in Redis. */
@NullMarked
package dev.slipway.messaging.consumer.redis;

import org.jspecify.annotations.NullMarked;
