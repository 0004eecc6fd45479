package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Child;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A component and where it stands; its transitions guard themselves, and each is told to the journal. */
final class Unit {
    /** Failed checks in a row until a ready component counts as unhealthy: one slow answer is none. */
    private static final int MISSES = 3;

    /** Unpacking and first-time initialisation take seconds; whoever takes minutes hangs. */
    private static final Duration PREPARE_WITHIN = Duration.ofMinutes(3);

    /** A start after deaths gets at most this many times the time of the first one, as a power of two. */
    private static final int MOST_DOUBLINGS = 2;

    private final Component component;
    private final Journal journal;

    private State state = State.WAITING;
    private Instant since;
    private @Nullable Instant startedAt;
    private @Nullable Instant readyAt;
    private @Nullable Duration startup;
    private @Nullable Child child;
    private @Nullable String cause;
    private @Nullable String obstacle;
    private Instant due = Instant.MAX;
    private int restarts;
    private int attempts;
    private int misses;
    private boolean timedOut;
    private boolean wanted;
    private int start;

    Unit(Component component, Journal journal, Instant now) {
        this.component = component;
        this.journal = journal;
        this.since = now;
    }

    Component component() {
        return component;
    }

    State state() {
        return state;
    }

    boolean ready() {
        return state == State.READY;
    }

    Optional<Child> child() {
        return Optional.ofNullable(child);
    }

    /** Number of the current start; answers that belong to an earlier one are void. */
    int start() {
        return start;
    }

    /** Whether an answer is of use that was asked for in the start of that number. */
    boolean expects(int asked) {
        return start == asked && (state == State.STARTING || state == State.READY || state == State.UNHEALTHY);
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    String obstacle() {
        return obstacle;
    }

    boolean timedOut() {
        return timedOut;
    }

    boolean due(Instant now) {
        return !now.isBefore(due);
    }

    /** It is about to be prepared and started. */
    void begin(Instant now) {
        start++;
        due = now.plus(PREPARE_WITHIN);
        misses = 0;
        obstacle = null;
        child = null;
        become(State.STARTING, now);
    }

    /**
     * Its process runs; from now on it has to become ready in time. After each death in twice the time: on a machine that
     * is too busy for the usual one, it would be killed just before it is ready, for ever.
     */
    void launched(Child process, Instant now) {
        child = process;
        startedAt = now;
        startup = null;
        due = now.plus(component.readyWithin().multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS)));
        journal.changed(status());
    }

    void usable(Instant now) {
        misses = 0;
        obstacle = null;
        if (state == State.STARTING || state == State.UNHEALTHY) {
            if (startup == null && startedAt != null) {
                startup = Duration.between(startedAt, now);
            }
            readyAt = now;
            due = Instant.MAX;
            cause = null;
            become(State.READY, now);
        }
    }

    void unusable(String missing, Instant now) {
        obstacle = missing;
        if (state == State.READY && ++misses >= MISSES) {
            cause = missing;
            become(State.UNHEALTHY, now);
        }
    }

    /** It died, and is started again after the pause. */
    void backOff(String why, Duration pause, Instant now) {
        cause = why;
        child = null;
        restarts++;
        attempts++;
        due = now.plus(pause);
        become(State.BACKING_OFF, now);
    }

    void giveUp(String why, boolean late, Instant now) {
        cause = why;
        timedOut = late;
        become(State.FAILED, now);
    }

    void forgetDeaths(Duration healthyAfter, Instant now) {
        if (state == State.READY && attempts > 0 && !now.isBefore(since.plus(healthyAfter))) {
            attempts = 0;
        }
    }

    /** Someone wants it stopped and started again. */
    void stopForRestart(Duration grace, Instant now) {
        wanted = true;
        due = now.plus(grace);
        child().ifPresent(Child::terminate);
        become(State.STOPPING, now);
    }

    boolean wantedAgain() {
        return wanted;
    }

    void waitAgain(Instant now) {
        wanted = false;
        cause = null;
        child = null;
        become(State.WAITING, now);
    }

    void stopping(Instant now) {
        wanted = false;
        if (state != State.FAILED) {
            become(child == null ? State.STOPPED : State.STOPPING, now);
        }
    }

    void stopped(Instant now) {
        child = null;
        if (state == State.STOPPING) {
            become(State.STOPPED, now);
        }
    }

    ComponentStatus status() {
        return new ComponentStatus(
                component.name(),
                state,
                since,
                component.port(),
                child == null ? null : child.identity(),
                child == null ? null : startedAt,
                readyAt,
                child == null ? null : startup,
                restarts,
                cause);
    }

    private void become(State next, Instant now) {
        state = next;
        since = now;
        journal.changed(status());
    }
}
