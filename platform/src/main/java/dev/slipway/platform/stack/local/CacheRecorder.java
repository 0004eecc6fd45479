package dev.slipway.platform.stack.local;

import dev.slipway.local.JvmServer;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.app.StartupCache;
import dev.slipway.platform.stack.port.FreePorts;
import dev.slipway.platform.stack.port.PortBook;
import dev.slipway.platform.stack.process.Child;
import dev.slipway.platform.stack.process.Launch;
import dev.slipway.platform.stack.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Makes the start-up caches that are missing, one after the other, beside the running stack. A run that fails is left:
 * a cache only makes a start faster.
 */
final class CacheRecorder {
    private static final Duration RUN_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Processes processes;
    private final DataDirectory directory;
    private final ServerFactory servers;

    CacheRecorder(Processes processes, DataDirectory directory, ServerFactory servers) {
        this.processes = processes;
        this.directory = directory;
        this.servers = servers;
    }

    void record(ServiceProcess service) throws IOException, InterruptedException {
        StartupCache cache = service.cache();
        if (!cache.exists()) {
            finish(cache, ended(processes.start(service.recording())));
        }
    }

    /** A server is recorded with data and ports of its own: it cannot be started twice on the stack's. */
    void record(MiddlewareComponent component) throws IOException, InterruptedException {
        StartupCache cache = component.cache().orElse(null);
        if (cache == null || cache.exists()) {
            return;
        }
        Path scratch = directory.root().resolve("scratch").resolve(component.name());
        remove(scratch);
        MiddlewareKind kind = kind(component.name());
        if (servers.server(kind, scratch, scratchPorts(kind)) instanceof JvmServer server) {
            server.prepare();
            Child child = processes.start(new Launch(
                    "record-" + component.name(),
                    server.command(cache.recordingFlags()),
                    server.environment(),
                    scratch,
                    directory.log("record-" + component.name())));
            boolean ready = waitFor(() -> !child.alive() || server.ready(), child) && child.alive();
            child.terminate();
            boolean ended = ended(child);
            finish(cache, ready && ended);
        }
        remove(scratch);
    }

    private StackPorts scratchPorts(MiddlewareKind kind) throws IOException {
        var wanted = new LinkedHashMap<String, List<Integer>>();
        wanted.put(kind.toString(), List.copyOf(kind.derivedPorts(0).values()));
        kind.namedPorts().forEach(name -> wanted.put(kind + "/" + name, List.of()));
        Path file = Files.createTempFile(directory.run(), "scratch", ".ports");
        Files.delete(file);
        Map<String, Integer> chosen = new PortBook(file, FreePorts::free, new Random()).choose(wanted, Set.of());
        Files.deleteIfExists(file);
        return new StackPorts(chosen);
    }

    private static void finish(StartupCache cache, boolean well) throws IOException {
        if (well && cache.recorded()) {
            cache.finish();
        }
    }

    /** Ended by itself or by the signal that asked it to, not killed. */
    private static boolean ended(Child child) throws InterruptedException {
        boolean inTime = waitFor(() -> !child.alive(), child);
        int code = child.exitCode().orElse(-1);
        return inTime && (code == 0 || code == 143);
    }

    private static boolean waitFor(BooleanSupplier reached, Child child) throws InterruptedException {
        long end = System.nanoTime() + RUN_WITHIN.toNanos();
        try {
            while (!reached.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    child.kill();
                    return false;
                }
                Thread.sleep(LOOK.toMillis());
            }
            return true;
        } catch (InterruptedException stopping) {
            child.kill();
            throw stopping;
        }
    }

    private static MiddlewareKind kind(String name) {
        return Stream.of(MiddlewareKind.values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
