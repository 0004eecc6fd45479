/** Events stored with the state that caused them and relayed to the broker once that state is committed. */
@NullMarked
package dev.slipway.messaging.outbox;

import org.jspecify.annotations.NullMarked;
