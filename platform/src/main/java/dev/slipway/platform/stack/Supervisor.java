package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Child;
import dev.slipway.platform.stack.process.Launch;
import dev.slipway.platform.stack.process.Processes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    private static final Duration CHECK_PAUSE = Duration.ofMillis(200);
    private static final Duration DOUBT_PAUSE = Duration.ofSeconds(1);
    private static final Duration WATCH_PAUSE = Duration.ofSeconds(10);
    private static final Duration RESTART_GRACE = Duration.ofSeconds(10);
    /** Starts that are tried again when a process was killed from outside while the stack came up. */
    private static final int KILLED_TRIES = 3;

    private static final int SIGKILL = 128 + 9;
    private static final int SIGTERM = 128 + 15;

    private enum Phase {
        COMING_UP,
        UP,
        GOING_DOWN,
        DOWN
    }

    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Instant> nextChecks = new LinkedHashMap<>();
    private final Processes processes;
    private final Diagnostician diagnostician;
    private final Journal journal;
    private final Requests requests;
    private final Backoff backoff;
    private final Clock clock;
    private final RandomGenerator random;
    private final Executor workers;
    private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();

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
        this.processes = processes;
        this.diagnostician = diagnostician;
        this.journal = journal;
        this.requests = requests;
        this.backoff = backoff;
        this.clock = clock;
        this.random = random;
        this.workers = workers;
        components.forEach(component -> units.put(component.name(), new Unit(component, journal, clock.instant())));
    }

    /** Runs until everything is stopped: because {@link #stop()} was called, or because the start failed. */
    public Outcome run() throws InterruptedException {
        units.values().forEach(unit -> journal.changed(unit.status()));
        while (!step()) {
            Runnable answer = inbox.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
            if (answer != null) {
                answer.run();
            }
        }
        return outcome;
    }

    /** Asks for the end of everything; comes back at once, from any thread. */
    public void stop() {
        stopWanted = true;
        inbox.add(() -> {});
    }

    /** Goes on as far as possible without waiting; true when everything is over. */
    boolean step() {
        for (Runnable answer = inbox.poll(); answer != null; answer = inbox.poll()) {
            answer.run();
        }
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
        requests.restarts().stream().map(units::get).filter(Objects::nonNull).forEach(unit -> restart(unit, now));
        for (Unit unit : units.values()) {
            observeEnd(unit, now);
            advance(unit, now);
        }
        if (phase == Phase.COMING_UP) {
            settle(now);
        }
    }

    private void settle(Instant now) {
        List<Unit> failed = units.values().stream()
                .filter(unit -> unit.state() == State.FAILED)
                .toList();
        if (!failed.isEmpty()) {
            var statuses = failed.stream().map(Unit::status).toList();
            boolean late = failed.stream().allMatch(Unit::timedOut);
            goDown(late ? new Outcome.TimedOut(statuses) : new Outcome.Failed(statuses), now);
        } else if (units.values().stream().allMatch(Unit::ready)) {
            phase = Phase.UP;
            journal.settled();
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
        if (phase == Phase.UP || (killed && unit.attempts() < KILLED_TRIES)) {
            unit.backOff(cause, backoff.pause(unit.attempts(), random), now);
        } else {
            unit.giveUp(cause, false, now);
        }
    }

    private static boolean killedFromOutside(OptionalInt exitCode) {
        int code = exitCode.orElse(0);
        return code == SIGKILL || code == SIGTERM;
    }

    private void advance(Unit unit, Instant now) {
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
                    check(unit, now);
                }
            }
            case READY, UNHEALTHY -> {
                unit.forgetDeaths(backoff.healthyAfter(), now);
                check(unit, now);
            }
            case STOPPING -> {
                if (unit.due(now)) {
                    unit.child().ifPresent(Child::kill);
                }
            }
            case STOPPED, FAILED -> {}
        }
    }

    private void beginIfPossible(Unit unit, Instant now) {
        boolean standsFirm = unit.component().needs().stream()
                .allMatch(need -> !units.containsKey(need)
                        || Objects.requireNonNull(units.get(need)).ready());
        if (!standsFirm) {
            return;
        }
        unit.begin(now);
        int start = unit.start();
        workers.execute(() -> {
            try {
                Launch launch = unit.component().prepare();
                answer(unit, start, () -> launch(unit, launch));
            } catch (Exception e) {
                answer(unit, start, () -> ended(unit, describe(e), false, clock.instant()));
            }
        });
    }

    private void launch(Unit unit, Launch launch) {
        Instant now = clock.instant();
        try {
            unit.launched(processes.start(launch), now);
            nextChecks.put(unit.component().name(), now);
        } catch (IOException e) {
            ended(unit, describe(e), false, now);
        }
    }

    private void late(Unit unit, Instant now) {
        String cause = diagnostician.cause(unit.component(), OptionalInt.empty(), unit.obstacle());
        if (phase == Phase.COMING_UP) {
            unit.giveUp(cause, true, now);
        } else {
            unit.child().ifPresent(Child::kill);
            unit.backOff(cause, backoff.pause(unit.attempts(), random), now);
        }
    }

    private void check(Unit unit, Instant now) {
        String name = unit.component().name();
        if (unit.child().isEmpty() || now.isBefore(nextChecks.getOrDefault(name, Instant.MAX))) {
            return;
        }
        nextChecks.put(name, Instant.MAX);
        int start = unit.start();
        workers.execute(() -> {
            Optional<String> obstacle = obstacle(unit.component());
            answer(unit, start, () -> checked(unit, obstacle));
        });
    }

    private static Optional<String> obstacle(Component component) {
        try {
            return component.obstacle();
        } catch (Exception e) {
            return Optional.of(describe(e));
        }
    }

    private void checked(Unit unit, Optional<String> obstacle) {
        Instant now = clock.instant();
        obstacle.ifPresentOrElse(missing -> unit.unusable(missing, now), () -> unit.usable(now));
        nextChecks.put(unit.component().name(), now.plus(pause(unit, obstacle.isEmpty())));
    }

    private static Duration pause(Unit unit, boolean fine) {
        if (unit.state() == State.STARTING) {
            return CHECK_PAUSE;
        }
        return fine ? WATCH_PAUSE : DOUBT_PAUSE;
    }

    /** Hands an answer to the supervisor's thread, which drops it when the component was started anew meanwhile. */
    private void answer(Unit unit, int start, Runnable change) {
        inbox.add(() -> {
            boolean watching = phase == Phase.COMING_UP || phase == Phase.UP;
            if (watching && unit.start() == start && unit.state() != State.STOPPING && unit.state() != State.FAILED) {
                change.run();
            }
        });
    }

    private void restart(Unit unit, Instant now) {
        if (unit.child().isPresent()) {
            unit.stopForRestart(RESTART_GRACE, now);
        } else if (unit.state() != State.STARTING) {
            unit.waitAgain(now);
        }
    }

    private void goDown(Outcome end, Instant now) {
        phase = Phase.GOING_DOWN;
        outcome = end;
        units.values().forEach(unit -> unit.stopping(now));
        var components = units.values().stream().map(Unit::component).toList();
        var waves = new ArrayList<List<Child>>();
        for (List<String> names : Waves.toStop(components)) {
            waves.add(names.stream()
                    .map(units::get)
                    .filter(Objects::nonNull)
                    .flatMap(unit -> unit.child().stream())
                    .toList());
        }
        shutdown = new Shutdown(waves, now, STOP_BUDGET);
    }

    private void finishStopping(Instant now) {
        boolean over = shutdown == null || shutdown.step(now);
        units.values().stream()
                .filter(unit -> unit.state() == State.STOPPING)
                .filter(unit -> unit.child().stream().noneMatch(Child::alive))
                .forEach(unit -> unit.stopped(now));
        if (over) {
            phase = Phase.DOWN;
        }
    }

    private static String describe(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message.strip();
    }
}
