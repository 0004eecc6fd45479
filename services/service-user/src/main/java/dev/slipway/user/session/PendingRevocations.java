package dev.slipway.user.session;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Revocations that are decided, and may not have reached the list yet. */
public interface PendingRevocations {
    /** Stores them in the caller's transaction, with the state that causes them. */
    List<Pending> add(Collection<String> members);

    /** The oldest, at most {@code limit}, that were decided before {@code time}. */
    List<Pending> decidedBefore(Instant time, int limit);

    void remove(Collection<Pending> delivered);

    /** One of them: {@code session:<id>} or {@code user:<id>}. */
    record Pending(long number, String member) {}
}
