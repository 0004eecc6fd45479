package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Child;
import dev.slipway.platform.stack.process.Processes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Starts components as soon as what they need is ready, watches them, and stops them in reverse order.
 *
 * <p>One thread owns all state and goes on in steps; what may take time (preparing, checking) runs on workers, which
 * hand their answers back to that thread. Until the stack is up for the first time, a component that ends or is late
 * ends everything: its cause is more use than a second try. Afterwards whatever dies is started again.
 */
public final class Supervisor {
    /** Everything has to be gone so long after it was asked to. */
    public static final Duration STOP_BUDGET = Duration.ofMillis(14_500);

    private static final Duration TICK = Duration.ofMillis(50);

    private enum Phase {
        COMING_UP,
        UP,
        GOING_DOWN,
        DOWN
    }

    private final Units units;
    private final Upkeep upkeep;
    private final Inbox inbox;
    private final Journal journal;
    private final Requests requests;
    private final Clock clock;

    private volatile boolean stopWanted;
    private Phase phase = Phase.COMING_UP;
    private Outcome outcome = new Outcome.Stopped();
    private @Nullable Shutdown shutdown;

    /** @param workers runs what takes time; needs room for all components at once */
    public Supervisor(
            Collection<? extends Component> components,
            Processes processes,
            Diagnostician diagnostician,
            Journal journal,
            Requests requests,
            Backoff backoff,
            Clock clock,
            RandomGenerator random,
            Executor workers) {
        this.units = new Units(components, journal, clock.instant());
        this.inbox = new Inbox(workers);
        this.upkeep = new Upkeep(units, processes, diagnostician, backoff, clock, random, inbox);
        this.journal = journal;
        this.requests = requests;
        this.clock = clock;
    }

    /** Runs until everything is stopped: because {@link #stop()} was called, or because the start failed. */
    public Outcome run() throws InterruptedException {
        units.all().forEach(unit -> journal.changed(unit.status()));
        while (!step()) {
            inbox.await(TICK);
        }
        return outcome;
    }

    /** Asks for the end of everything; comes back at once, from any thread. */
    public void stop() {
        stopWanted = true;
        inbox.wake();
    }

    /** Goes on as far as possible without waiting; true when everything is over. */
    boolean step() {
        inbox.takeAll();
        Instant now = clock.instant();
        if (stopWanted && phase != Phase.GOING_DOWN && phase != Phase.DOWN) {
            goDown(new Outcome.Stopped(), now);
        }
        switch (phase) {
            case COMING_UP, UP -> watch(now);
            case GOING_DOWN -> finishStopping(now);
            case DOWN -> {}
        }
        return phase == Phase.DOWN;
    }

    Outcome outcome() {
        return outcome;
    }

    private void watch(Instant now) {
        requests.restarts().stream()
                .map(units::find)
                .flatMap(Optional::stream)
                .forEach(unit -> upkeep.restart(unit, now));
        units.all().forEach(unit -> upkeep.advance(unit, now));
        if (phase == Phase.COMING_UP) {
            settle(now);
        }
    }

    private void settle(Instant now) {
        List<Unit> failed = units.failed();
        if (!failed.isEmpty()) {
            var statuses = failed.stream().map(Unit::status).toList();
            boolean late = failed.stream().allMatch(Unit::timedOut);
            goDown(late ? new Outcome.TimedOut(statuses) : new Outcome.Failed(statuses), now);
        } else if (units.allReady()) {
            phase = Phase.UP;
            upkeep.isUp();
            journal.settled();
        }
    }

    private void goDown(Outcome end, Instant now) {
        phase = Phase.GOING_DOWN;
        outcome = end;
        shutdown = new Shutdown(units.toStop(), now, STOP_BUDGET);
        units.all().forEach(unit -> unit.stopping(now));
    }

    private void finishStopping(Instant now) {
        boolean over = shutdown == null || shutdown.step(now);
        units.all().stream()
                .filter(unit -> unit.state() == State.STOPPING)
                .filter(unit -> unit.child().stream().noneMatch(Child::alive))
                .forEach(unit -> unit.stopped(now));
        if (over) {
            phase = Phase.DOWN;
        }
    }
}
