package dev.slipway.platform.stack;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Growing pauses between the starts of something that dies again and again.
 *
 * @param first pause after the first death
 * @param longest no pause is longer
 * @param healthyAfter how long a component has to be ready until its deaths are forgotten
 */
public record Backoff(Duration first, Duration longest, Duration healthyAfter) {
    public static final Backoff DEFAULT =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(60));

    private static final int MANY = 30;

    /** The pause doubles with each attempt; up to a quarter is taken off at random, so that no two keep step. */
    public Duration pause(int attempt, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(attempt, MANY);
        long whole = Math.min(longest.toMillis(), doubled);
        return Duration.ofMillis(whole - random.nextLong(whole / 4 + 1));
    }
}
