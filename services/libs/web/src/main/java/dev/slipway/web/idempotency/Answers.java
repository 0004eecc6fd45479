package dev.slipway.web.idempotency;

import java.time.Instant;

/** What create calls answered, by caller and key; every call belongs to the surrounding transaction. */
public interface Answers {
    /** Takes the key for this transaction, after any other that has it ended; false when it was taken for good. */
    boolean claim(String caller, String key, String requestHash, Instant now);

    /** Keeps the answer of the call that has claimed the key. */
    void keep(String caller, String key, String answer);

    /** What the call that claimed the key left, also when it did so after this transaction began. */
    Answer find(String caller, String key);

    /** Deletes at most {@code limit} that were claimed before; returns how many. */
    int forget(Instant before, int limit);

    /**
     * One answer.
     *
     * @param requestHash of the request that was answered
     * @param answer as JSON
     */
    record Answer(String requestHash, String answer) {}
}
