package dev.slipway.order.task;

import dev.slipway.web.idempotency.Idempotency;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets answers to idempotent calls that are too old to be asked for. */
@Component
class Retention {
    private static final int BATCH = 1000;
    private static final int MOST_BATCHES = 500;

    private final Idempotency idempotency;

    Retention(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void forget() {
        int batches = 0;
        while (idempotency.forget(BATCH) == BATCH && batches < MOST_BATCHES) {
            batches++;
        }
    }
}
