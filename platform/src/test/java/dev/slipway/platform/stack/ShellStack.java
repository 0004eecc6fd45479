package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Launch;
import dev.slipway.platform.stack.process.StackProcesses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A stack of shell scripts, run by a supervisor in a process of its own: {@code java … ShellStack <data> <name=script>…},
 * each needing the one before it. A component is ready when its script has made the file {@code ready-<name>}.
 */
final class ShellStack {
    private ShellStack() {}

    public static void main(String[] arguments) throws Exception {
        DataDirectory directory = DataDirectory.open(Path.of(arguments[0]));
        var components = new ArrayList<Component>();
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            Set<String> needs = components.isEmpty()
                    ? Set.of()
                    : Set.of(components.get(components.size() - 1).name());
            components.add(new Script(directory, parts[0], parts[1], needs));
        }
        var run = new StackRun(
                directory,
                new StackProcesses(directory.root()),
                Clock.systemUTC(),
                new Random(),
                port -> Optional.empty());
        Outcome outcome = run.run(data -> new Scripts(components), () -> {});
        System.out.println(outcome);
        System.exit(outcome instanceof Outcome.Stopped ? 0 : 1);
    }

    private record Scripts(List<Component> components) implements Stack {
        @Override
        public int port() {
            return 1;
        }

        @Override
        public Map<String, String> addresses() {
            return Map.of();
        }

        @Override
        public void afterSettling() {}
    }

    private record Script(DataDirectory directory, String name, String script, Set<String> needs) implements Component {
        @Override
        public Set<String> uses() {
            return Set.of();
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public Duration readyWithin() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Path log() {
            return directory.log(name);
        }

        @Override
        public Launch prepare() throws Exception {
            Files.deleteIfExists(flag());
            return new Launch(name, List.of("/bin/sh", "-c", script), Map.of(), directory.store(name), log());
        }

        @Override
        public Optional<String> obstacle() {
            return Files.exists(flag()) ? Optional.empty() : Optional.of("its file is not there");
        }

        private Path flag() {
            return directory.store(name).resolve("ready-" + name);
        }
    }
}
