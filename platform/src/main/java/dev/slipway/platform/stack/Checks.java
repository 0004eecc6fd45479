package dev.slipway.platform.stack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks components whether they are usable: often while they start, seldom once they are ready. */
final class Checks {
    private static final Duration STARTING_PAUSE = Duration.ofMillis(200);
    private static final Duration DOUBT_PAUSE = Duration.ofSeconds(1);
    private static final Duration WATCH_PAUSE = Duration.ofSeconds(10);

    private final Map<Unit, Instant> next = new HashMap<>();
    private final Inbox inbox;
    private final Clock clock;

    Checks(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Its process was just started. */
    void begin(Unit unit, Instant now) {
        next.put(unit, now);
    }

    /** Asks, if it is time to and no answer is awaited. */
    void ask(Unit unit, Instant now) {
        if (unit.child().isEmpty() || now.isBefore(next.getOrDefault(unit, Instant.MAX))) {
            return;
        }
        next.put(unit, Instant.MAX);
        inbox.ask(
                unit,
                () -> {
                    Optional<String> obstacle = unit.component().obstacle();
                    return () -> answered(unit, obstacle);
                },
                failure -> answered(unit, Optional.of(failure)));
    }

    private void answered(Unit unit, Optional<String> obstacle) {
        Instant now = clock.instant();
        obstacle.ifPresentOrElse(missing -> unit.unusable(missing, now), () -> unit.usable(now));
        next.put(unit, now.plus(pause(unit, obstacle.isEmpty())));
    }

    private static Duration pause(Unit unit, boolean fine) {
        if (unit.state() == State.STARTING) {
            return STARTING_PAUSE;
        }
        return fine ? WATCH_PAUSE : DOUBT_PAUSE;
    }
}
