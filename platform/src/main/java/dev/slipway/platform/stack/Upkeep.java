package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Child;
import dev.slipway.platform.stack.process.Launch;
import dev.slipway.platform.stack.process.Processes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * What is done about one component in the state that it is in. While the stack comes up, whoever ends or is late is given
 * up; afterwards it is started again after a pause.
 */
final class Upkeep {
    private static final Duration RESTART_GRACE = Duration.ofSeconds(10);

    /** Starts that are tried again when a process was killed from outside while the stack came up. */
    private static final int KILLED_TRIES = 3;

    private static final int SIGKILL = 128 + 9;
    private static final int SIGTERM = 128 + 15;

    private final Units units;
    private final Processes processes;
    private final Diagnostician diagnostician;
    private final Backoff backoff;
    private final Clock clock;
    private final RandomGenerator random;
    private final Inbox inbox;
    private final Checks checks;

    private boolean up;

    Upkeep(
            Units units,
            Processes processes,
            Diagnostician diagnostician,
            Backoff backoff,
            Clock clock,
            RandomGenerator random,
            Inbox inbox) {
        this.units = units;
        this.processes = processes;
        this.diagnostician = diagnostician;
        this.backoff = backoff;
        this.clock = clock;
        this.random = random;
        this.inbox = inbox;
        this.checks = new Checks(inbox, clock);
    }

    /** Everything was ready once. */
    void isUp() {
        up = true;
    }

    void advance(Unit unit, Instant now) {
        observeEnd(unit, now);
        switch (unit.state()) {
            case WAITING -> beginIfPossible(unit, now);
            case BACKING_OFF -> {
                if (unit.due(now)) {
                    beginIfPossible(unit, now);
                }
            }
            case STARTING -> {
                if (unit.due(now)) {
                    late(unit, now);
                } else {
                    checks.ask(unit, now);
                }
            }
            case READY, UNHEALTHY -> {
                unit.forgetDeaths(backoff.healthyAfter(), now);
                checks.ask(unit, now);
            }
            case STOPPING -> {
                if (unit.due(now)) {
                    unit.child().ifPresent(Child::kill);
                }
            }
            case STOPPED, FAILED -> {}
        }
    }

    /** Someone wants it stopped and started again. */
    void restart(Unit unit, Instant now) {
        if (unit.child().isPresent()) {
            unit.stopForRestart(RESTART_GRACE, now);
        } else if (unit.state() != State.STARTING) {
            unit.waitAgain(now);
        }
    }

    private void observeEnd(Unit unit, Instant now) {
        Optional<Child> gone = unit.child().filter(child -> !child.alive());
        if (gone.isEmpty() || unit.state() == State.FAILED) {
            return;
        }
        if (unit.wantedAgain()) {
            unit.waitAgain(now);
            return;
        }
        OptionalInt exitCode = gone.get().exitCode();
        String cause = diagnostician.cause(unit.component(), exitCode, unit.obstacle());
        ended(unit, cause, killedFromOutside(exitCode), now);
    }

    private void ended(Unit unit, String cause, boolean killed, Instant now) {
        if (up || (killed && unit.attempts() < KILLED_TRIES)) {
            unit.backOff(cause, backoff.pause(unit.attempts(), random), now);
        } else {
            unit.giveUp(cause, false, now);
        }
    }

    private static boolean killedFromOutside(OptionalInt exitCode) {
        int code = exitCode.orElse(0);
        return code == SIGKILL || code == SIGTERM;
    }

    private void beginIfPossible(Unit unit, Instant now) {
        if (!units.standFirm(unit.component().needs())) {
            return;
        }
        unit.begin(now);
        inbox.ask(
                unit,
                () -> {
                    Launch launch = unit.component().prepare();
                    return () -> launch(unit, launch);
                },
                failure -> ended(unit, failure, false, clock.instant()));
    }

    private void launch(Unit unit, Launch launch) {
        Instant now = clock.instant();
        try {
            unit.launched(processes.start(launch), now);
            checks.begin(unit, now);
        } catch (IOException e) {
            ended(unit, Inbox.describe(e), false, now);
        }
    }

    private void late(Unit unit, Instant now) {
        String cause = diagnostician.cause(unit.component(), OptionalInt.empty(), unit.obstacle());
        if (up) {
            unit.child().ifPresent(Child::kill);
            unit.backOff(cause, backoff.pause(unit.attempts(), random), now);
        } else {
            unit.giveUp(cause, true, now);
        }
    }
}
