package dev.slipway.messaging.consumer;

import dev.slipway.messaging.retry.Backoff;
import java.util.random.RandomGenerator;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/** Tries to reach the broker for as long as the service runs, ever less often up to a bound, with jitter. */
public record ReconnectBackOff(Backoff waits, RandomGenerator random) implements BackOff {

    @Override
    public BackOffExecution start() {
        return new BackOffExecution() {
            private int failures;

            @Override
            public long nextBackOff() {
                return waits.after(failures++, random).toMillis();
            }
        };
    }
}
