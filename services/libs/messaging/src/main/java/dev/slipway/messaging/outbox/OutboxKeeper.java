package dev.slipway.messaging.outbox;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Measures the backlog and deletes what was published long ago, every ten seconds. */
public final class OutboxKeeper {

    private static final Logger log = LoggerFactory.getLogger(OutboxKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int BATCH = 1000;
    private static final int MOST_BATCHES = 10;

    private final PendingEvents events;
    private final OutboxMetrics metrics;
    private final Duration keepPublished;
    private final LongSupplier nanoTime;
    private long next;

    /**
     * Keeps these events.
     *
     * @param nanoTime a clock like {@link System#nanoTime()}
     */
    public OutboxKeeper(
            PendingEvents events, OutboxMetrics metrics, OutboxProperties properties, LongSupplier nanoTime) {
        this.events = events;
        this.metrics = metrics;
        this.keepPublished = properties.keepPublished();
        this.nanoTime = nanoTime;
        this.next = nanoTime.getAsLong();
    }

    void tick() {
        long now = nanoTime.getAsLong();
        if (now - next < 0) {
            return;
        }
        next = now + EVERY.toNanos();
        try {
            metrics.backlog(events.backlog());
            sweep();
        } catch (DataAccessException | TransactionException e) {
            log.debug("The outbox cannot be measured now", e);
        }
    }

    private void sweep() {
        for (int i = 0; i < MOST_BATCHES; i++) {
            if (events.deletePublished(keepPublished, BATCH) < BATCH) {
                return;
            }
        }
    }
}
