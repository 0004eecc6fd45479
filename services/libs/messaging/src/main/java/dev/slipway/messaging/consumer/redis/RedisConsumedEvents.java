package dev.slipway.messaging.consumer.redis;

import dev.slipway.messaging.consumer.ConsumedEvents;

/**
 * For services without a database. A crash between the handling and its record repeats the handling, so a handler
 * must bear that; flushing Redis forgets all, so that a redelivered event is handled again.
 */
public record RedisConsumedEvents(RedisClaims claims) implements ConsumedEvents {

    @Override
    public boolean once(String queue, String eventId, Runnable handling) {
        return claims.once("slipway:consumed:" + queue + ":" + eventId, handling);
    }
}
