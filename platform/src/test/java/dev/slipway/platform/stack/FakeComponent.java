package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A component whose readiness a test switches. */
final class FakeComponent implements Component {
    private final String name;
    private final Set<String> needs;
    private final Set<String> uses;

    @Nullable
    String obstacle = "not asked to be ready";

    @Nullable
    String unpreparable;

    FakeComponent(String name, Set<String> needs, Set<String> uses) {
        this.name = name;
        this.needs = needs;
        this.uses = uses;
    }

    static FakeComponent of(String name, String... needs) {
        return new FakeComponent(name, Set.of(needs), Set.of());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> needs() {
        return needs;
    }

    @Override
    public Set<String> uses() {
        return uses;
    }

    @Override
    public int port() {
        return 1;
    }

    @Override
    public Duration readyWithin() {
        return Duration.ofSeconds(60);
    }

    @Override
    public Path log() {
        return Path.of(name + ".log");
    }

    @Override
    public Launch prepare() throws IOException {
        if (unpreparable != null) {
            throw new IOException(unpreparable);
        }
        return new Launch(name, List.of(name), Map.of(), Path.of("."), log());
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.ofNullable(obstacle);
    }
}
