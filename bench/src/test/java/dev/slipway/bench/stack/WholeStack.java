package dev.slipway.bench.stack;

import dev.slipway.platform.secrets.SecretsFile;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.stack.State;
import dev.slipway.platform.stack.process.ProcessIdentity;
import dev.slipway.platform.workspace.Workspace;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A stack of its own, run by {@code slipway} on free ports; what it wrote is kept when a test failed. */
final class WholeStack {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private final Path data;
    private final int port;
    private final RunningStack running;

    private WholeStack(Path data, int port) {
        this.data = data;
        this.port = port;
        this.running = new RunningStack(DataDirectory.at(data), Clock.systemUTC());
    }

    static WholeStack up() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("slipway-under-load").toRealPath();
        var stack = new WholeStack(data, freePort());
        stack.slipway("up", "--detach", "--port", String.valueOf(stack.port));
        return stack;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    void down() throws IOException, InterruptedException {
        slipway("down");
    }

    void purge() throws IOException, InterruptedException {
        slipway("down", "--purge", "--yes");
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Workspace workspace() {
        return new Workspace(HOME, data);
    }

    Path data() {
        return data;
    }

    String secret(String name) {
        return new SecretsFile(workspace().secrets(), new SecureRandom()).read().value(name);
    }

    List<String> components() {
        return running.files().supervisor().orElseThrow().components();
    }

    ProcessIdentity process(String component) {
        return Objects.requireNonNull(status(component).process(), component);
    }

    /** Whether the supervisor has made it usable again, in another process than this one. */
    boolean isReadyAfter(String component, ProcessIdentity before) {
        ComponentStatus now = status(component);
        return now.state() == State.READY && !before.equals(now.process()) && running.lives(now);
    }

    private ComponentStatus status(String component) {
        return running.files().component(component).orElseThrow();
    }

    private void slipway(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(HOME.resolve("slipway").toString(), "--no-build"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        Path log = HOME.resolve("bench/target/slipway.log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ", see " + log);
        }
    }
}
