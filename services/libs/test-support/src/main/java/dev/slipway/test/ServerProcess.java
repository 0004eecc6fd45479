package dev.slipway.test;

import dev.slipway.local.LocalServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server as a child process that ends when this JVM does, even when this JVM is killed. */
final class ServerProcess implements Server {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(30);

    /**
     * Runs the server, sends it the signals whose names come through standard input, and kills it at the end of that
     * input: the end of the pipe is the one sign of a killed parent that always comes.
     */
    private static final String WRAPPER = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            ( while read -r signal <&3; do kill -s "$signal" $server; done; kill -s KILL $server ) 2>/dev/null &
            signals=$!
            exec 3<&-
            wait $server
            code=$?
            kill -s KILL $signals 2>/dev/null
            exit $code
            """;

    private final LocalServer server;
    private final int port;
    private final Path log;
    private @Nullable Process wrapper;

    /** @param log gets what the server says on its output */
    ServerProcess(LocalServer server, int port, Path log) {
        this.server = server;
        this.port = port;
        this.log = log;
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void start() {
        if (wrapper != null && wrapper.isAlive()) {
            return;
        }
        try {
            server.prepare();
            wrapper = spawn();
            awaitReady(wrapper);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        end("TERM");
    }

    @Override
    public void kill() {
        end("KILL");
    }

    @Override
    public void pause() {
        signal("STOP");
    }

    @Override
    public void resume() {
        signal("CONT");
    }

    /** The server's own process. */
    synchronized ProcessHandle process() {
        return running()
                .children()
                .filter(child -> child.info().command().filter(this::isProgram).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private boolean isProgram(String command) {
        return Path.of(command)
                .getFileName()
                .equals(Path.of(server.command().get(0)).getFileName());
    }

    private Process spawn() throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", WRAPPER, "sh"));
        command.addAll(server.command());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(server.environment());
        Files.createDirectories(log.getParent());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void awaitReady(Process started) {
        long deadline = System.nanoTime() + START.toNanos();
        while (!server.ready()) {
            if (!started.isAlive()) {
                throw new IllegalStateException(server.name() + " ended: see " + log);
            }
            if (System.nanoTime() - deadline > 0) {
                started.destroyForcibly();
                throw new IllegalStateException(server.name() + " is not ready after " + START + ": see " + log);
            }
            pauseBetweenTries();
        }
    }

    private static void pauseBetweenTries() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server started", interrupted);
        }
    }

    private synchronized void end(String signal) {
        Process ending = running();
        signal(signal);
        try {
            if (!ending.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(server.name() + " does not end: see " + log);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void signal(String name) {
        try {
            OutputStream signals = running().getOutputStream();
            signals.write((name + "\n").getBytes(StandardCharsets.US_ASCII));
            signals.flush();
        } catch (IOException ended) {
            throw new IllegalStateException(server.name() + " has ended", ended);
        }
    }

    private Process running() {
        if (wrapper == null || !wrapper.isAlive()) {
            throw new IllegalStateException(server.name() + " does not run");
        }
        return wrapper;
    }
}
