package dev.slipway.messaging.consumer.jdbc;

import dev.slipway.messaging.consumer.ConsumedEvents;
import java.util.function.LongSupplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers an event in the transaction that applies it: both happen or neither does. */
public final class JdbcConsumedEvents implements ConsumedEvents {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Sweep sweep;

    /**
     * Keeps events in table {@code consumed_event}.
     *
     * @param nanoTime a clock like {@link System#nanoTime()}
     */
    public JdbcConsumedEvents(JdbcClient jdbc, PlatformTransactionManager transactions, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.sweep = new Sweep(jdbc, "consumed_event", nanoTime);
    }

    @Override
    public boolean once(String queue, String eventId, Runnable handling) {
        boolean applied = Boolean.TRUE.equals(transaction.execute(status -> {
            if (!remember(queue, eventId)) {
                return false;
            }
            handling.run();
            return true;
        }));
        sweep.whenDue();
        return applied;
    }

    /** Waits for another transaction that is applying the same event, and sees how that ended. */
    private boolean remember(String queue, String eventId) {
        try {
            jdbc.sql("""
                    INSERT INTO consumed_event (queue, event_id, created_at, updated_at)
                    VALUES (:queue, :event, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))""").param("queue", queue).param("event", eventId).update();
            return true;
        } catch (DuplicateKeyException consumedBefore) {
            return false;
        }
    }
}
