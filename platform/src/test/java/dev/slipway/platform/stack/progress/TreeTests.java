package dev.slipway.platform.stack.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.Plain;
import dev.slipway.platform.report.Terminal;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.RunFiles;
import dev.slipway.platform.stack.State;
import dev.slipway.platform.stack.SupervisorStatus;
import dev.slipway.platform.stack.process.ProcessIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a stack comes up, as a person sees it. */
class TreeTests {
    private static final Instant STARTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = STARTED.plusSeconds(7);
    private static final String LONG =
            "Nacos cannot be reached, and here is why, in more words than a line of a terminal has";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void eachComponentHasItsStateItsSecondsAndItsMemory() {
        assertThat(tree(false)
                        .lines(
                                List.of(
                                        status("nacos", State.READY, 5, null),
                                        status("service-statistics", State.STARTING, 4, null),
                                        status("server-gateway", State.WAITING, 0, null)),
                                STARTED,
                                NOW))
                .containsExactly(
                        "slipway  7.0 s",
                        "├─ nacos              ready           5.0 s   512 MiB",
                        "├─ service-statistics starting        3.0 s   512 MiB",
                        "└─ server-gateway     waiting                 512 MiB");
    }

    @Test
    void aCauseIsWhollyShownWhereLinesMayBeLongAndElseCutToTheTerminal() {
        ComponentStatus failed = status("service-statistics", State.FAILED, 6, LONG);

        assertThat(tree(false).line(failed, STARTED, NOW)).endsWith("  " + LONG);
        assertThat(tree(true).lines(List.of(failed), STARTED, NOW).get(1).replaceAll("\u001b\\[[0-9;]*m", ""))
                .endsWith("…")
                .hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void onATerminalTheTreeIsDrawnAnewAndOnceItIsUpChangesAreLines() throws IOException {
        ProgressView view = view(true);
        view.refresh();
        assertThat(out.toString()).startsWith("slipway  7.0 s\n└─ redis").doesNotContain("\u001b[2A");
        view.refresh();
        assertThat(out.toString()).contains("\u001b[2A\u001b[J");
        assertThat(err.toString()).isEmpty();

        files().write(supervisor(NOW));
        view.refresh();
        files().write(status("redis", State.BACKING_OFF, 7, "killed (signal 9)"));
        view.refresh();
        assertThat(err.toString()).containsPattern("redis .*backing-off.*killed");
    }

    @Test
    void withoutATerminalEachChangeIsOneLine() throws IOException {
        ProgressView view = view(false);
        view.refresh();
        view.refresh();
        files().write(status("redis", State.READY, 5, null));
        view.refresh();

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .hasSize(2)
                .noneMatch(line -> line.contains("\u001b"))
                .element(1)
                .asString()
                .contains("redis", "ready", "5.0 s");
    }

    private static SupervisorStatus supervisor(@Nullable Instant settled) {
        var process = new ProcessIdentity(1, 1);
        return new SupervisorStatus(process, 8080, Map.of(), List.of("redis"), STARTED, settled, null);
    }

    private ProgressView view(boolean terminal) throws IOException {
        files().write(supervisor(null));
        files().write(status("redis", State.STARTING, 1, null));
        return new ProgressView(
                console(terminal), files(), Clock.fixed(NOW, ZoneOffset.UTC), component -> OptionalLong.empty());
    }

    private RunFiles files() throws IOException {
        return new RunFiles(DataDirectory.open(folder.resolve("data")));
    }

    private Tree tree(boolean terminal) {
        return new Tree(console(terminal), component -> OptionalLong.of(512L << 20));
    }

    private static ComponentStatus status(String name, State state, long second, @Nullable String cause) {
        Instant since = STARTED.plusSeconds(second);
        return new ComponentStatus(
                name, state, since, 1, null, null, state == State.READY ? since : null, Duration.ZERO, 0, cause);
    }

    private Console console(boolean terminal) {
        return new Console(
                new Terminal(
                        new BufferedReader(new StringReader("")),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        terminal,
                        terminal,
                        80,
                        24),
                new Plain(terminal));
    }
}
