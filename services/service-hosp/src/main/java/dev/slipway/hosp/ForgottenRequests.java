package dev.slipway.hosp;

import dev.slipway.web.idempotency.Idempotency;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes answers to idempotent calls that are too old to be asked for. */
@Component
class ForgottenRequests {
    private static final int ROWS_A_STATEMENT = 1000;

    private final Idempotency idempotency;

    ForgottenRequests(Idempotency idempotency) {
        this.idempotency = idempotency;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void forget() {
        while (idempotency.forget(ROWS_A_STATEMENT) == ROWS_A_STATEMENT) {
            // The next thousand.
        }
    }
}
