/** Names on the broker and publishing that ends with the broker's own word. */
@NullMarked
package dev.slipway.messaging.broker;

import org.jspecify.annotations.NullMarked;
