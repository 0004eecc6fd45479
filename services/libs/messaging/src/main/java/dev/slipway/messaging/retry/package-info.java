/** How long to wait before the next try. */
@NullMarked
package dev.slipway.messaging.retry;

import org.jspecify.annotations.NullMarked;
