package dev.slipway.messaging.consumer;

/** Remembers which events a queue's consumer has dealt with. */
public interface ConsumedEvents {
    /**
     * Runs the effect unless this event was consumed before.
     *
     * @return false when it was, and nothing ran
     */
    boolean once(String queue, String eventId, Runnable effect);
}
