package dev.slipway.messaging.outbox;

import java.time.Duration;

/** Events that are due and not published: how many, and since when the oldest of them is due. */
public record Backlog(long pending, Duration oldest) {

    public static final Backlog NONE = new Backlog(0, Duration.ZERO);
}
