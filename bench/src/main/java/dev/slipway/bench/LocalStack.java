package dev.slipway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stack beside all others, run by {@code slipway}.
 *
 * @param root of the built tree
 * @param folder for its data and all logs
 * @param only components to start, with what they need; all when empty
 */
public record LocalStack(Path root, Path folder, List<String> only) {
    public static final int PORT = 19_080;

    private static final Duration CACHES_WITHIN = Duration.ofMinutes(15);
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    /** A component that runs. */
    public record Component(String name, long pid, int port, double startSeconds) {
        public ProcessHandle process() {
            return ProcessHandle.of(pid).orElseThrow();
        }

        /** Version of the Java that runs it, as its {@code release} file says; empty when it is no Java program. */
        public Optional<String> java() throws IOException {
            Path program = Path.of(process().info().command().orElse("/"));
            Path release = program.resolveSibling("../release").normalize();
            if (!program.endsWith("bin/java") || !Files.exists(release)) {
                return Optional.empty();
            }
            return Files.readAllLines(release).stream()
                    .filter(line -> line.startsWith("JAVA_RUNTIME_VERSION="))
                    .map(line -> line.replaceAll(".*=|\"", ""))
                    .findFirst();
        }
    }

    public Path data() {
        return folder.resolve("data");
    }

    public Process up() throws IOException {
        return slipway(start());
    }

    public void upDetached() throws IOException, InterruptedException {
        succeed(slipway(start("--detach")));
    }

    private String[] start(String... more) {
        var arguments = new ArrayList<>(List.of("up", "--port", String.valueOf(PORT)));
        if (!only.isEmpty()) {
            arguments.addAll(List.of("--only", String.join(",", only)));
        }
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Walks what users do, and fails when any of it does. */
    public void smoke() throws IOException, InterruptedException {
        succeed(slipway("smoke"));
    }

    public void down() throws IOException, InterruptedException {
        succeed(slipway("down"));
    }

    public void purge() throws IOException, InterruptedException {
        succeed(slipway("down", "--purge", "--yes"));
    }

    /** The first start fills the databases; beside the running stack the caches are recorded, of which it waits for all. */
    public void firstUp() throws IOException, InterruptedException {
        upDetached();
        long programs = awaitReady().stream()
                .filter(component -> List.of(
                                component.process().info().arguments().orElse(new String[0]))
                        .contains("-jar"))
                .count();
        Instant end = Instant.now().plus(CACHES_WITHIN);
        while (caches() < programs) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("only " + caches() + " of " + programs + " caches were recorded");
            }
            Thread.sleep(1000);
        }
    }

    /** All components, once they are ready. */
    public List<Component> awaitReady() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(READY_WITHIN);
        JsonNode status = status();
        while (!status.path("ready").asBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("not ready: " + status);
            }
            Thread.sleep(500);
            status = status();
        }
        var components = new ArrayList<Component>();
        status.path("components")
                .forEach(component -> components.add(new Component(
                        component.path("component").asText(),
                        component.path("pid").asLong(),
                        component.path("port").asInt(),
                        component.path("startSeconds").asDouble())));
        return components;
    }

    public static Map<String, Double> startSeconds(List<Component> components) {
        var seconds = new LinkedHashMap<String, Double>();
        components.forEach(component -> seconds.put(component.name(), component.startSeconds()));
        return seconds;
    }

    private JsonNode status() throws IOException, InterruptedException {
        Path answer = folder.resolve("status.json");
        process("status", "-o", "json").redirectOutput(answer.toFile()).start().waitFor();
        return new ObjectMapper().readTree(answer.toFile());
    }

    /** What {@code slipway verify} says is wrong; nothing when the books agree. */
    public String violations() throws IOException, InterruptedException {
        Path answer = folder.resolve("verify.txt");
        int code = process("verify", "--timeout", "180", "--patience", "0")
                .redirectOutput(answer.toFile())
                .start()
                .waitFor();
        return code == 0 ? "" : Files.readString(answer);
    }

    /** One of the stack's secrets, never written anywhere. */
    public String secret(String name) throws IOException, InterruptedException {
        Process asked = process("secret", name).start();
        String value = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (asked.waitFor() != 0) {
            throw new IllegalStateException("no secret " + name);
        }
        return value;
    }

    private long caches() throws IOException {
        try (Stream<Path> files = Files.list(data().resolve("apps"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("cache-"))
                    .count();
        }
    }

    private Path log() {
        return folder.resolve("slipway.log");
    }

    private Process slipway(String... arguments) throws IOException {
        return process(arguments)
                .redirectOutput(Redirect.appendTo(log().toFile()))
                .start();
    }

    private ProcessBuilder process(String... arguments) {
        var command = new ArrayList<>(List.of(root.resolve("slipway").toString(), "--no-build"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data().toString()));
        return new ProcessBuilder(command).redirectError(Redirect.appendTo(log().toFile()));
    }

    private void succeed(Process process) throws InterruptedException {
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException("slipway ended with " + code + ", see " + log());
        }
    }
}
