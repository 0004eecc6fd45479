package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Child;
import dev.slipway.platform.stack.process.ProcessIdentity;
import dev.slipway.platform.stack.process.StackProcesses;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A stack seen by another process than its supervisor. */
public final class RunningStack {
    /** The supervisor's own budget, and its exit. */
    private static final Duration STOP_WITHIN = Supervisor.STOP_BUDGET.plusSeconds(3);

    private static final Duration LEFTOVER_BUDGET = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final DataDirectory directory;
    private final StackProcesses processes;
    private final RunFiles files;
    private final Clock clock;

    public RunningStack(DataDirectory directory, Clock clock) {
        this.directory = directory;
        this.processes = new StackProcesses(directory.root());
        this.files = new RunFiles(directory);
        this.clock = clock;
    }

    public DataDirectory directory() {
        return directory;
    }

    public RunFiles files() {
        return files;
    }

    public boolean running() {
        return StackLock.taken(directory);
    }

    /** The supervisor and what it wrote down; empty when none is at work. */
    public Optional<SupervisorStatus> supervisor() {
        return running() ? files.supervisor().filter(status -> processes.lives(status.process())) : Optional.empty();
    }

    public boolean lives(ComponentStatus component) {
        return component.process() != null
                && processes.find(component.process()).isPresent();
    }

    /** Bytes in use by the process of a component; empty when it has none. */
    public OptionalLong memory(ComponentStatus component) {
        return component.process() == null ? OptionalLong.empty() : processes.residentBytes(component.process());
    }

    public OptionalLong memory(ProcessIdentity process) {
        return processes.residentBytes(process);
    }

    /** Its living processes by component: leftovers, when no supervisor looks after them. */
    public Map<String, List<Child>> processes() {
        return new Leftovers(processes, files, clock).find();
    }

    /**
     * Stops the stack, whoever runs it, or what is left of it.
     *
     * @return whether there was anything to stop
     */
    public boolean stop() throws InterruptedException {
        boolean supervised = stopSupervisor();
        int left = new Leftovers(processes, files, clock).stop(stopOrder(), LEFTOVER_BUDGET);
        if (supervised || left > 0) {
            files.clear();
        }
        return supervised || left > 0;
    }

    private boolean stopSupervisor() throws InterruptedException {
        if (!running()) {
            return false;
        }
        Optional<ProcessHandle> process =
                supervisor().flatMap(status -> ProcessHandle.of(status.process().pid()));
        process.ifPresent(ProcessHandle::destroy);
        long end = System.nanoTime() + STOP_WITHIN.toNanos();
        while (running() && System.nanoTime() < end) {
            Thread.sleep(LOOK.toMillis());
        }
        if (running()) {
            supervisor()
                    .flatMap(status -> ProcessHandle.of(status.process().pid()))
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
        return true;
    }

    /** The last to be shown were the last to be started: they stop first. */
    private List<List<String>> stopOrder() {
        List<String> names =
                files.supervisor().map(SupervisorStatus::components).orElse(List.of());
        var order = new ArrayList<List<String>>();
        for (String name : names) {
            order.add(0, List.of(name));
        }
        return order;
    }
}
