package dev.slipway.platform.stack;

import dev.slipway.local.LocalServer;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.shutdown.ShutdownHook;
import dev.slipway.platform.stack.log.LogRotation;
import dev.slipway.platform.stack.process.Child;
import dev.slipway.platform.stack.process.StackProcesses;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** The whole life of one supervisor: takes the data directory, clears up after a dead one, runs, and leaves it clean. */
public final class StackRun {
    private static final Duration LEFTOVER_BUDGET = Duration.ofSeconds(10);
    private static final Duration ROTATE_EVERY = Duration.ofSeconds(5);
    private static final Duration HOOK_WAITS = Duration.ofSeconds(16);

    private final DataDirectory directory;
    private final StackProcesses processes;
    private final Clock clock;
    private final RandomGenerator random;
    private final IntFunction<Optional<String>> portOwner;

    /** @param portOwner tells which process listens on a port */
    public StackRun(
            DataDirectory directory,
            StackProcesses processes,
            Clock clock,
            RandomGenerator random,
            IntFunction<Optional<String>> portOwner) {
        this.directory = directory;
        this.processes = processes;
        this.clock = clock;
        this.random = random;
        this.portOwner = portOwner;
    }

    /**
     * Runs until the stack is stopped, by a signal to this process or because it does not come up.
     *
     * @param prepared told when the run files are there to be watched
     * @throws UserError when another supervisor has this data directory
     */
    public Outcome run(Stack.Factory factory, Runnable prepared) throws Exception {
        var files = new RunFiles(directory);
        StackLock lock = StackLock.take(directory).orElseThrow(() -> occupied(files));
        try (lock) {
            new Leftovers(processes, files, clock).stop(List.of(), LEFTOVER_BUDGET);
            files.clear();
            Stack stack = factory.in(directory);
            files.write(new SupervisorStatus(
                    processes.self(),
                    stack.port(),
                    stack.addresses(),
                    stack.components().stream().map(Component::name).toList(),
                    clock.instant(),
                    null,
                    null));
            prepared.run();
            return supervise(stack, files);
        }
    }

    /** Says who runs the stack. */
    public static UserError occupied(RunFiles files) {
        String who = files.supervisor()
                .map(supervisor -> "pid " + supervisor.process().pid() + ", since " + supervisor.since()
                        + ", http://127.0.0.1:" + supervisor.port())
                .orElse("it is only just starting");
        return new UserError(
                "this stack is already run by another slipway (" + who + ")",
                "see 'slipway status', stop it with 'slipway down', or use another --data and --port",
                ExitCode.REFUSED);
    }

    private Outcome supervise(Stack stack, RunFiles files) throws InterruptedException {
        loadOwnJars();
        ExecutorService workers = Executors.newCachedThreadPool(StackRun::daemon);
        ScheduledExecutorService housekeeping = Executors.newSingleThreadScheduledExecutor(StackRun::daemon);
        var rotation = housekeeping.scheduleWithFixedDelay(
                () -> rotate(stack), ROTATE_EVERY.toMillis(), ROTATE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        var supervisor = new Supervisor(
                stack.components(),
                processes,
                new LogDiagnostician(portOwner),
                new FileJournal(stack, files, workers, clock),
                files,
                Backoff.DEFAULT,
                clock,
                random,
                workers);
        var over = new CountDownLatch(1);
        var hook = new ShutdownHook("stop", () -> stopAndWait(supervisor, over));
        try {
            Outcome outcome = supervisor.run();
            files.supervisor()
                    .ifPresent(status ->
                            files.write(status.ended(outcome.getClass().getSimpleName())));
            return outcome;
        } finally {
            workers.shutdownNow();
            // What was being unpacked or trained belongs to no component; and when supervising itself has failed (the
            // disk
            // is full), nobody would look after the others.
            processes.marked().values().forEach(left -> left.forEach(Child::kill));
            over.countDown();
            rotation.cancel(false);
            housekeeping.shutdownNow();
            hook.close();
        }
    }

    private static void stopAndWait(Supervisor supervisor, CountDownLatch over) {
        supervisor.stop();
        try {
            boolean inTime = over.await(HOOK_WAITS.toMillis(), TimeUnit.MILLISECONDS);
            assert inTime : "the supervisor keeps its own, shorter budget";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void loadOwnJars() {
        try {
            OwnJars.load(StackRun.class, LocalServer.class);
        } catch (IOException e) {
            // Only a build beside the running stack would be noticed.
        }
    }

    private static void rotate(Stack stack) {
        for (Component component : stack.components()) {
            try {
                LogRotation.DEFAULT.apply(component.log());
            } catch (IOException e) {
                // The disk may be full; the next round tries again.
            }
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "worker");
        thread.setDaemon(true);
        return thread;
    }
}
