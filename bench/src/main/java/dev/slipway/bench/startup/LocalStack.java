package dev.slipway.bench.startup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A stack beside all others, run by {@code slipway}.
 *
 * @param root of the built tree
 * @param folder for its data and all logs
 */
record LocalStack(Path root, Path folder) {
    static final int PORT = 19_080;

    private static final Duration CACHES_WITHIN = Duration.ofMinutes(15);
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    /** A component that runs. */
    record Component(String name, long pid, double startSeconds) {
        ProcessHandle process() {
            return ProcessHandle.of(pid).orElseThrow();
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Process up() throws IOException {
        return slipway("up", "--port", String.valueOf(PORT));
    }

    void upDetached() throws IOException, InterruptedException {
        succeed(slipway("up", "--detach", "--port", String.valueOf(PORT)));
    }

    void down() throws IOException, InterruptedException {
        succeed(slipway("down"));
    }

    void purge() throws IOException, InterruptedException {
        succeed(slipway("down", "--purge", "--yes"));
    }

    /** @param programs how many have a cache each */
    void awaitCaches(long programs) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(CACHES_WITHIN);
        while (caches() < programs) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("only " + caches() + " of " + programs + " caches were recorded");
            }
            Thread.sleep(1000);
        }
    }

    /** All components, once they are ready. */
    List<Component> awaitReady() throws IOException, InterruptedException {
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
                        component.path("startSeconds").asDouble())));
        return components;
    }

    static Map<String, Double> startSeconds(List<Component> components) {
        var seconds = new LinkedHashMap<String, Double>();
        components.forEach(component -> seconds.put(component.name(), component.startSeconds()));
        return seconds;
    }

    private JsonNode status() throws IOException, InterruptedException {
        Path answer = folder.resolve("status.json");
        process("status", "-o", "json").redirectOutput(answer.toFile()).start().waitFor();
        return new ObjectMapper().readTree(answer.toFile());
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
