package dev.slipway.messaging.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

    @Test
    void doublesUpToItsBoundWithJitterDownwards() {
        Random random = new Random(3);
        for (int failures = 0; failures < 2000; failures++) {
            long nominal = failures < 4 ? 100L << failures : 1000;
            assertThat(backoff.after(failures, random).toMillis()).isBetween(nominal / 2, nominal);
        }
    }

    @Test
    void twoWaitsDiffer() {
        Random random = new Random(3);
        assertThat(backoff.after(9, random)).isNotEqualTo(backoff.after(9, random));
    }

    @Test
    void doesNotShrink() {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
