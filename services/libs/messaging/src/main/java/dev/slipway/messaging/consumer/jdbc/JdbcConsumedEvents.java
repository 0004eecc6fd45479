package dev.slipway.messaging.consumer.jdbc;

import dev.slipway.messaging.consumer.ConsumedEvents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Table {@code consumed_event}: the row and the effect are one transaction, so that the effect happens exactly once.
 * INSERT IGNORE makes a second consumer of the same event wait for the first.
 */
public final class JdbcConsumedEvents implements ConsumedEvents {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public JdbcConsumedEvents(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean once(String queue, String eventId, Runnable effect) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean first = jdbc.sql("""
                            INSERT IGNORE INTO consumed_event (queue, event_id, created_at, updated_at)
                            VALUES (?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))""").params(queue, eventId).update() == 1;
            if (first) {
                effect.run();
            }
            return first;
        }));
    }
}
