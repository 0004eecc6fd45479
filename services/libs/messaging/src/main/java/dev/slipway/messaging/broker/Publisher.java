package dev.slipway.messaging.broker;

import java.util.List;

/** Hands messages to the broker and waits for its word on each. */
public interface Publisher {

    /**
     * Publishes the batch; the answers have its order. Never throws because of the broker: what it did not
     * answer in time is {@link Publication.Unanswered}.
     */
    List<Publication> publish(List<Outgoing> batch);

    /** Whether a connection to the broker stands or can be made within the connection timeout. */
    boolean reachable();
}
