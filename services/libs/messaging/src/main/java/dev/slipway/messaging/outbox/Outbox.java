package dev.slipway.messaging.outbox;

/**
 * Where a use case leaves its events: they are published if, and only if, its transaction commits.
 *
 * <p>Publication is at least once, so a consumer may see an event again, and in no promised order: events of one
 * aggregate can overtake each other when one of them has to be retried.
 */
public interface Outbox {

    /**
     * Stores the event in the caller's transaction.
     *
     * @throws IllegalStateException when no transaction is active: the event could then outlive or miss its cause
     * @throws org.springframework.dao.DuplicateKeyException when an event with this id is stored already
     * @throws IllegalArgumentException when the payload cannot be written as JSON or is longer than 256 KiB
     */
    void store(Event event);
}
