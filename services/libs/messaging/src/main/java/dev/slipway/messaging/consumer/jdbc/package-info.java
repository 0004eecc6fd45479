/** Which events are consumed, kept in the database of the consumer. */
@NullMarked
package dev.slipway.messaging.consumer.jdbc;

import org.jspecify.annotations.NullMarked;
