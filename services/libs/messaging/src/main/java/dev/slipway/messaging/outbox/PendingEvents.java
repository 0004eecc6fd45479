package dev.slipway.messaging.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored events. Each call but {@link #add} is a short transaction of its own; every time is that of the
 * store's clock, so that relays on hosts with different clocks agree.
 */
public interface PendingEvents {

    /** Adds in the caller's transaction. */
    void add(Event event, String json, @Nullable String traceparent);

    /** Takes due events away from other relays for the length of the lease; skips what others hold. */
    List<PendingEvent> claim(int most, Duration lease);

    void published(Collection<Long> numbers);

    /** Counts a failed attempt and makes the event due again later. */
    void failed(long number, String error, Duration retryIn);

    /** Ends the lease without counting an attempt: the event itself was not at fault. */
    void release(Collection<Long> numbers, Duration retryIn);

    /** Time until the next unpublished event is due, zero when one already is; empty when there is none. */
    Optional<Duration> nextDue();

    Backlog backlog();

    /** Returns how many were deleted; fewer than {@code most} means that none is left */
    int deletePublished(Duration olderThan, int most);
}
