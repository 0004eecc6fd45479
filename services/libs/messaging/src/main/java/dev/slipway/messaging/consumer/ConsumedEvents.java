package dev.slipway.messaging.consumer;

/** Remembers which events each queue's consumer has applied; forgets them after seven days. */
public interface ConsumedEvents {

    /**
     * Runs the handling unless this queue's consumer has applied the event before. Its exception is passed on and
     * leaves the event unapplied.
     *
     * @return whether the handling ran
     * @throws ClaimedElsewhere when another instance is handling the same event right now
     */
    boolean once(String queue, String eventId, Runnable handling);
}
