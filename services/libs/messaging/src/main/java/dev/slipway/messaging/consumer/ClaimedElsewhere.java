package dev.slipway.messaging.consumer;

import java.time.Duration;

/** Someone else is at it, or was killed at it: to be looked at again when the claim has ended, never parked. */
public final class ClaimedElsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final Duration remaining;

    public ClaimedElsewhere(Duration remaining) {
        super("claimed for another " + remaining.toMillis() + " ms");
        this.remaining = remaining;
    }

    public Duration remaining() {
        return remaining;
    }
}
