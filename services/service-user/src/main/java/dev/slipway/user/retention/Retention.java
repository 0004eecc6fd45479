package dev.slipway.user.retention;

import dev.slipway.user.retention.jdbc.OldRows;
import dev.slipway.web.idempotency.Idempotency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** Used refresh tokens are needed this long to recognise a reuse. */
    private static final Duration AFTER_SESSION = Duration.ofDays(1);

    private static final Duration SIGN_INS = Duration.ofDays(180);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 200;

    private final OldRows rows;
    private final Idempotency idempotency;
    private final Clock clock;

    Retention(OldRows rows, Idempotency idempotency, Clock clock) {
        this.rows = rows;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void clean() {
        Instant now = clock.instant();
        try {
            inBatches(() -> rows.removeRefreshTokens(now.minus(AFTER_SESSION), BATCH));
            inBatches(() -> rows.removeSessions(now.minus(AFTER_SESSION), BATCH));
            inBatches(() -> rows.removeSignIns(now.minus(SIGN_INS), BATCH));
            inBatches(() -> rows.removeOperatorAttempts(now.minus(A_DAY), BATCH));
            inBatches(() -> rows.removeTokenKeys(now.minus(A_DAY), BATCH));
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
