package dev.slipway.messaging.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Doubling waits with jitter: a wait is at least half of its nominal length, so that those who failed together do
 * not come back together.
 */
public record Backoff(Duration first, Duration longest) {

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("A back-off starts above zero and does not shrink");
        }
    }

    /**
     * The wait before the next attempt.
     *
     * @param failures how many attempts have failed before, from 0
     */
    public Duration after(int failures, RandomGenerator random) {
        double doubled = first.toNanos() * Math.pow(2, Math.min(failures, Integer.SIZE));
        long nominal = (long) Math.min(doubled, (double) longest.toNanos());
        return Duration.ofNanos(nominal / 2 + random.nextLong(nominal / 2 + 1));
    }
}
