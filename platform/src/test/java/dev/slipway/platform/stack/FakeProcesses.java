package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Child;
import dev.slipway.platform.stack.process.Launch;
import dev.slipway.platform.stack.process.ProcessIdentity;
import dev.slipway.platform.stack.process.Processes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Processes that exist in memory alone and do what a test tells them. */
final class FakeProcesses implements Processes {
    /** What happened, in order: {@code start x}, {@code term x}, {@code kill x}. */
    final List<String> events = new ArrayList<>();

    final Set<String> stubborn = new HashSet<>();
    final Set<String> unstartable = new HashSet<>();
    private final Map<String, FakeChild> latest = new LinkedHashMap<>();
    private long pids = 100;

    @Override
    public Child start(Launch launch) throws IOException {
        if (unstartable.contains(launch.component())) {
            throw new IOException("no such program");
        }
        events.add("start " + launch.component());
        var child = new FakeChild(launch.component(), new ProcessIdentity(pids++, 1));
        latest.put(launch.component(), child);
        return child;
    }

    @Override
    public Optional<Child> find(ProcessIdentity identity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, List<Child>> marked() {
        return Map.of();
    }

    FakeChild of(String component) {
        return Optional.ofNullable(latest.get(component)).orElseThrow(() -> new NoSuchElementException(component));
    }

    boolean started(String component) {
        return latest.containsKey(component);
    }

    long starts(String component) {
        return events.stream().filter(("start " + component)::equals).count();
    }

    final class FakeChild implements Child {
        private final String component;
        private final ProcessIdentity identity;
        private OptionalInt exitCode = OptionalInt.empty();

        FakeChild(String component, ProcessIdentity identity) {
            this.component = component;
            this.identity = identity;
        }

        void exit(int code) {
            exitCode = OptionalInt.of(code);
        }

        @Override
        public ProcessIdentity identity() {
            return identity;
        }

        @Override
        public boolean alive() {
            return exitCode.isEmpty();
        }

        @Override
        public OptionalInt exitCode() {
            return exitCode;
        }

        @Override
        public void terminate() {
            events.add("term " + component);
            if (!stubborn.contains(component)) {
                exit(143);
            }
        }

        @Override
        public void kill() {
            events.add("kill " + component);
            exit(137);
        }
    }
}
