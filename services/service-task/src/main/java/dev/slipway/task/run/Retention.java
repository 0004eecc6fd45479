package dev.slipway.task.run;

import dev.slipway.web.idempotency.Idempotency;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what is too old, in small batches; several instances may do so at once. */
@Component
class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration RUNS = Duration.ofDays(30);
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 200;

    private final Runs runs;
    private final Idempotency idempotency;
    private final Clock clock;

    Retention(Runs runs, Idempotency idempotency, Clock clock) {
        this.runs = runs;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void clean() {
        try {
            inBatches(() -> runs.forget(clock.instant().minus(RUNS), BATCH));
            inBatches(() -> idempotency.forget(BATCH));
        } catch (DataAccessException away) {
            LOG.warn("Old rows stay until the next time: {}", away.toString());
        }
    }

    private static void inBatches(IntSupplier batch) {
        for (int i = 0; i < MOST_BATCHES && batch.getAsInt() == BATCH; i++) {
            LOG.debug("A batch of old rows is gone");
        }
    }
}
