package dev.slipway.messaging.consumer.jdbc;

import dev.slipway.messaging.consumer.ConsumedEvents;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers an event in the transaction that applies it: both happen or neither does. */
public final class JdbcConsumedEvents implements ConsumedEvents {

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LongSupplier nanoTime;
    private final AtomicLong nextSweep;

    /**
     * Keeps events in table {@code consumed_event}.
     *
     * @param nanoTime a clock like {@link System#nanoTime()}
     */
    public JdbcConsumedEvents(JdbcClient jdbc, PlatformTransactionManager transactions, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.nanoTime = nanoTime;
        this.nextSweep = new AtomicLong(nanoTime.getAsLong());
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
        sweep();
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

    private void sweep() {
        long now = nanoTime.getAsLong();
        long next = nextSweep.get();
        if (now - next >= 0 && nextSweep.compareAndSet(next, now + SWEEP_EVERY.toNanos())) {
            jdbc.sql("DELETE FROM consumed_event WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL 7 DAY LIMIT 5000")
                    .update();
        }
    }
}
