package dev.slipway.hosp.announcement;

import dev.slipway.messaging.outbox.Outbox;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings marked changes into the outbox, then takes the marks off. Killed in between, it stores the same event once more,
 * which the outbox knows by its id. Several instances may do so at once.
 */
@Component
public class Announcements {
    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final int BATCH = 100;

    private final List<Changes> sources;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final TaskExecutor threads;
    private final AtomicBoolean waking = new AtomicBoolean();

    Announcements(
            List<Changes> sources,
            Outbox outbox,
            TransactionTemplate transaction,
            @Qualifier("applicationTaskExecutor") TaskExecutor threads) {
        this.sources = sources;
        this.outbox = outbox;
        this.transaction = transaction;
        this.threads = threads;
    }

    /**
     * Has the changes announced soon, on another thread, and by the next sweep of anybody where there is none any more: it
     * takes no work from the calls that a stopping service still answers. Calls that come meanwhile are one.
     */
    public void wake() {
        if (waking.compareAndSet(false, true)) {
            try {
                threads.execute(() -> {
                    waking.set(false);
                    sweep();
                });
            } catch (TaskRejectedException stopping) {
                LOG.debug("Left to a sweep", stopping);
            }
        }
    }

    /** Also finds what a killed process left. */
    @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    synchronized void sweep() {
        try {
            sources.forEach(this::sweep);
        } catch (DataAccessException | CannotCreateTransactionException away) {
            LOG.warn("Changes wait to be announced: {}", away.toString());
        }
    }

    private void sweep(Changes source) {
        List<Change> changes = source.unannounced(BATCH);
        while (!changes.isEmpty()) {
            store(changes);
            changes.forEach(source::announced);
            changes = changes.size() < BATCH ? List.of() : source.unannounced(BATCH);
        }
    }

    private void store(List<Change> changes) {
        transaction.executeWithoutResult(status -> changes.forEach(change -> {
            try {
                outbox.store(change.event());
            } catch (DuplicateKeyException storedBefore) {
                LOG.debug("Event {} is stored already", change.event().id());
            }
        }));
    }
}
