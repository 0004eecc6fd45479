package dev.slipway.bench.startup;

import dev.slipway.bench.LocalStack;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The processes of a stack started all at once with plain {@code java -jar}: the built jars, no JVM flags, no caches,
 * nothing in order. A process that ends because what it needs is not there yet is started again at once, as a simple
 * script would.
 */
final class PlainBurst {
    private final Path logs;
    private final Map<String, Command> commands;

    private record Command(List<String> words, Map<String, String> environment, Path directory) {}

    private PlainBurst(Path logs, Map<String, Command> commands) {
        this.logs = logs;
        this.commands = commands;
    }

    /** What runs now, as {@code /proc} tells it, with all taken away that makes it start faster. */
    static PlainBurst of(LocalStack stack) throws IOException, InterruptedException {
        var commands = new LinkedHashMap<String, Command>();
        for (LocalStack.Component component : stack.awaitReady()) {
            Path proc = Path.of("/proc", String.valueOf(component.pid()));
            commands.put(
                    component.name(),
                    new Command(
                            words(stack, component.name(), proc),
                            environment(proc),
                            Files.readSymbolicLink(proc.resolve("cwd"))));
        }
        return new PlainBurst(stack.folder(), commands);
    }

    Measured measure() throws IOException, InterruptedException {
        var running = new LinkedHashMap<String, Process>();
        var restarts = new ArrayList<String>();
        long start = System.nanoTime();
        try {
            for (String name : commands.keySet()) {
                running.put(name, start(name));
            }
            double first = FirstAnswer.await(start, () -> startAgain(running, restarts));
            var processes = running.values().stream().map(Process::toHandle).toList();
            return new Measured(first, 0, Memory.mebibytes(processes), restarts.size(), Map.of());
        } finally {
            running.values().forEach(Process::destroy);
            for (Process process : running.values()) {
                process.waitFor();
            }
        }
    }

    private void startAgain(Map<String, Process> running, List<String> restarts) throws IOException {
        for (var each : running.entrySet()) {
            if (!each.getValue().isAlive()) {
                restarts.add(each.getKey());
                each.setValue(start(each.getKey()));
            }
        }
    }

    private Process start(String name) throws IOException {
        Command command = commands.get(name);
        if (command == null) {
            throw new IllegalArgumentException(name);
        }
        var builder = new ProcessBuilder(command.words())
                .directory(command.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        Redirect.appendTo(logs.resolve("plain-" + name + ".log").toFile()));
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        return builder.start();
    }

    private static List<String> words(LocalStack stack, String name, Path proc) throws IOException {
        if (name.equals("redis")) { // it writes its title over its arguments
            return List.of(
                    Files.readSymbolicLink(proc.resolve("exe")).toString(),
                    stack.data().resolve("data/redis/redis.conf").toString());
        }
        Path apps = stack.data().resolve("apps");
        var words = new ArrayList<String>();
        for (String word : strings(proc.resolve("cmdline"))) {
            if (word.startsWith(apps.toString()) && word.endsWith(".jar")) {
                words.add(built(stack.root(), Path.of(word).getFileName().toString()));
            } else if (!word.startsWith("-X")) {
                words.add(word);
            }
        }
        return words;
    }

    private static String built(Path root, String jar) throws IOException {
        try (Stream<Path> files = Files.walk(root, 4)) {
            return files.filter(file -> file.endsWith(Path.of("target", jar)))
                    .findFirst()
                    .orElseThrow()
                    .toString();
        }
    }

    private static Map<String, String> environment(Path proc) throws IOException {
        var environment = new LinkedHashMap<String, String>();
        for (String entry : strings(proc.resolve("environ"))) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                environment.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        return environment;
    }

    private static List<String> strings(Path file) throws IOException {
        return Arrays.stream(Files.readString(file).split("\0", -1))
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
