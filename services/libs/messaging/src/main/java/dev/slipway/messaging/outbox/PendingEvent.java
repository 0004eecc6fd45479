package dev.slipway.messaging.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored event that a relay has claimed; {@code attempts} counts the failed ones. */
public record PendingEvent(
        long number,
        String id,
        String type,
        String json,
        @Nullable String traceparent,
        int attempts,
        Instant storedAt) {}
