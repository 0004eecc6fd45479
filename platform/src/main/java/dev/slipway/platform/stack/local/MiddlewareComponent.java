package dev.slipway.platform.stack.local;

import dev.slipway.local.JvmServer;
import dev.slipway.local.LocalServer;
import dev.slipway.platform.stack.Component;
import dev.slipway.platform.stack.app.Apps;
import dev.slipway.platform.stack.app.StartupCache;
import dev.slipway.platform.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A middleware server of the stack. */
record MiddlewareComponent(
        LocalServer server, Set<String> needs, int port, Path data, Path log, Apps apps, FirstReadiness firstReadiness)
        implements Component {
    /** What has to be done once between a server's first answer and its being ready. */
    interface FirstReadiness {
        void pass() throws Exception;
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public Set<String> uses() {
        return Set.of();
    }

    @Override
    public Duration readyWithin() {
        return Duration.ofSeconds(90);
    }

    @Override
    public Launch prepare() throws IOException {
        server.prepare();
        return new Launch(name(), command(), server.environment(), data, log);
    }

    @Override
    public Optional<String> obstacle() throws Exception {
        if (!server.ready()) {
            return Optional.of("does not accept its users yet");
        }
        firstReadiness.pass();
        return Optional.empty();
    }

    /** The start-up cache of a server that is a Java program. */
    Optional<StartupCache> cache() throws IOException {
        return server instanceof JvmServer jvm
                ? Optional.of(apps.cache(name(), jvm.jar(), jvm.jvmArguments()))
                : Optional.empty();
    }

    private List<String> command() throws IOException {
        Optional<StartupCache> cache = cache();
        return cache.isPresent() && server instanceof JvmServer jvm
                ? jvm.command(cache.get().flags())
                : server.command();
    }
}
