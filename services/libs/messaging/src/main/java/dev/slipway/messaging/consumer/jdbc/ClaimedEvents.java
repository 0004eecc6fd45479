package dev.slipway.messaging.consumer.jdbc;

import dev.slipway.messaging.consumer.ConsumedEvents;

/**
 * For handlers whose effect is outside of the database: they run in no transaction, so that none waits for another
 * system. A crash between the handling and its record repeats the handling, so a handler must bear that.
 */
public record ClaimedEvents(Claims claims) implements ConsumedEvents {

    @Override
    public boolean once(String queue, String eventId, Runnable handling) {
        return claims.once(queue + ":" + eventId, handling);
    }
}
