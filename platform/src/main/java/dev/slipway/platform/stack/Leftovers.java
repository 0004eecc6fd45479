package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Child;
import dev.slipway.platform.stack.process.Processes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Processes of this stack whose supervisor is gone. They are stopped, not adopted: a supervisor that did not start a
 * process cannot know how it was started, nor learn its exit code.
 */
public final class Leftovers {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Processes processes;
    private final RunFiles files;
    private final Clock clock;

    public Leftovers(Processes processes, RunFiles files, Clock clock) {
        this.processes = processes;
        this.files = files;
        this.clock = clock;
    }

    /** Living processes by component. */
    public Map<String, List<Child>> find() {
        var found = new LinkedHashMap<>(processes.marked());
        for (ComponentStatus status : files.components()) {
            if (status.process() != null && !found.containsKey(status.name())) {
                processes.find(status.process()).ifPresent(child -> found.put(status.name(), List.of(child)));
            }
        }
        return found;
    }

    /**
     * Stops them, gracefully as far as the budget goes.
     *
     * @param order waves of component names, first to stop first; processes of none of them stop first of all
     * @return how many components there were
     */
    public int stop(List<? extends Collection<String>> order, Duration budget) throws InterruptedException {
        var found = find();
        var waves = new ArrayList<List<Child>>();
        var rest = new LinkedHashMap<>(found);
        for (Collection<String> names : order) {
            var wave = new ArrayList<Child>();
            for (String name : names) {
                wave.addAll(rest.getOrDefault(name, List.of()));
                rest.remove(name);
            }
            waves.add(wave);
        }
        waves.add(0, rest.values().stream().flatMap(List::stream).toList());
        var shutdown = new Shutdown(waves, clock.instant(), budget);
        while (!shutdown.step(clock.instant())) {
            Thread.sleep(LOOK.toMillis());
        }
        return found.size();
    }
}
