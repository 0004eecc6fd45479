/** What was consumed, remembered in the transaction of its effect. */
@NullMarked
package dev.slipway.messaging.consumer.jdbc;

import org.jspecify.annotations.NullMarked;
