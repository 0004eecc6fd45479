package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Child;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Stops processes wave by wave within a time that holds for all of them together.
 *
 * <p>Each wave gets an equal share of what is left; what a quick wave does not use goes to the later ones. Whoever has
 * not stopped by then is killed.
 */
final class Shutdown {
    /** Kept back at the end so that the last wave's killed processes can be seen gone within the budget. */
    private static final Duration RESERVE = Duration.ofMillis(500);

    private final Deque<Collection<Child>> waves = new ArrayDeque<>();
    private final Instant end;
    private Collection<Child> current = List.of();
    private Instant currentEnd = Instant.MIN;

    Shutdown(List<? extends Collection<Child>> waves, Instant now, Duration budget) {
        waves.stream().filter(wave -> !wave.isEmpty()).forEach(this.waves::add);
        this.end = now.plus(budget);
    }

    /** Goes on as far as possible; true when nothing is left to do. */
    boolean step(Instant now) {
        while (true) {
            if (anyAlive(current)) {
                if (now.isBefore(currentEnd)) {
                    return false;
                }
                current.forEach(Child::kill);
                if (waves.isEmpty()) {
                    return !anyAlive(current) || !now.isBefore(end);
                }
            }
            if (waves.isEmpty()) {
                return true;
            }
            beginNext(now);
        }
    }

    private void beginNext(Instant now) {
        Duration share = Duration.between(now, end.minus(RESERVE)).dividedBy(waves.size());
        current = waves.removeFirst();
        currentEnd = now.plus(share.isNegative() ? Duration.ZERO : share);
        current.forEach(Child::terminate);
    }

    private static boolean anyAlive(Collection<Child> children) {
        return children.stream().anyMatch(Child::alive);
    }
}
