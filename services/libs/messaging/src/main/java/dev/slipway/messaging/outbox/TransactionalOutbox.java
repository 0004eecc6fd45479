package dev.slipway.messaging.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stores in the running transaction and wakes the relay once it is committed. */
public final class TransactionalOutbox implements Outbox {

    private static final int LONGEST_PAYLOAD = 256 * 1024;

    private final PendingEvents events;
    private final ObjectMapper mapper;
    private final CurrentTrace trace;
    private final Runnable wake;

    /**
     * An outbox over these events.
     *
     * @param wake called after each commit that stored something, on the thread that committed; must not block
     */
    public TransactionalOutbox(PendingEvents events, ObjectMapper mapper, CurrentTrace trace, Runnable wake) {
        this.events = events;
        this.mapper = mapper;
        this.trace = trace;
        this.wake = wake;
    }

    @Override
    public void store(Event event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is stored in the transaction of the state that caused it");
        }
        events.add(event, json(event), trace.traceparent());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }

    private String json(Event event) {
        try {
            String json = mapper.writeValueAsString(event.payload());
            if (json.getBytes(StandardCharsets.UTF_8).length > LONGEST_PAYLOAD) {
                throw new IllegalArgumentException(
                        "The payload of " + event.type() + " is longer than " + LONGEST_PAYLOAD + " bytes");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The payload of " + event.type() + " cannot be written as JSON", e);
        }
    }
}
