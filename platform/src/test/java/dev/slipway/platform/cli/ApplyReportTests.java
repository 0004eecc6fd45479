package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.apply.Action;
import dev.slipway.platform.apply.ApplyEvent;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.OutputFormat;
import dev.slipway.platform.report.Terminal;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyReportTests {
    private static final ObjectId MAP = new ObjectId("v1", "ConfigMap", "n", "a");
    private static final List<ApplyEvent> EVENTS = List.of(
            new ApplyEvent.Wrote(MAP, Action.CREATE),
            new ApplyEvent.Changed(MAP, Readiness.failed("no room")),
            new ApplyEvent.Gone(MAP));
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private ApplyReport report(boolean terminal, OutputFormat format) {
        return report(terminal, format, 60);
    }

    private ApplyReport report(boolean terminal, OutputFormat format, int columns) {
        var options = new GlobalOptions(true);
        options.format = format;
        var streams = new Terminal(
                new BufferedReader(new StringReader("")),
                new PrintWriter(out),
                new PrintWriter(err),
                terminal,
                terminal,
                columns,
                24);
        var map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("a")
                .withNamespace("n")
                .endMetadata()
                .build();
        var manifests = new Manifests("dev", "n", List.of(new Manifest(map, "api", Set.of())), List.of());
        return new ApplyReport(new Console(streams, options), manifests, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    @Test
    void aProgramReadsALineOfJsonForEachEventAndTheResultLast() throws Exception {
        ApplyReport report = report(false, OutputFormat.JSON);
        EVENTS.forEach(report);
        report.result(Map.of("wrote", true), () -> {
            throw new AssertionError("no table");
        });

        List<String> lines = out.toString().lines().toList();
        var json = new ObjectMapper();
        assertThat(lines).hasSize(4);
        assertThat(json.readTree(lines.get(0)).path("action").asText()).isEqualTo("create");
        assertThat(json.readTree(lines.get(1)).path("reason").asText()).isEqualTo("no room");
        assertThat(json.readTree(lines.get(2)).path("object").path("name").asText())
                .isEqualTo("a");
        assertThat(json.readTree(lines.get(3)).path("event").asText()).isEqualTo("result");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void withoutATerminalEachEventIsALine() {
        EVENTS.forEach(report(false, OutputFormat.TABLE));
        assertThat(err.toString().lines())
                .containsExactly("create ConfigMap n/a", "failed ConfigMap n/a: no room", "gone ConfigMap n/a");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void onATerminalTheComponentsAreDrawnAnewInTheirPlace() {
        EVENTS.forEach(report(true, OutputFormat.TABLE));
        String[] screens = out.toString().split("\u001b\\[2A\u001b\\[J", -1);
        assertThat(screens).hasSize(3);
        assertThat(screens[0]).startsWith("dev  0.0 s\n└─ api").contains("0 of 1", "ConfigMap n/a: create");
        assertThat(screens[1]).contains("\u001b[31m0 of 1", "ConfigMap n/a: no room");
        assertThat(screens[2]).contains("\u001b[32m1 of 1").doesNotContain("ConfigMap");
        assertThat(err.toString()).isEmpty();
    }

    /** Lines that wrap are not where they are looked for when they are drawn anew. */
    @ParameterizedTest
    @ValueSource(ints = {36, 40, 50, 60})
    void noLineIsWiderThanTheTerminal(int columns) {
        ApplyReport report = report(true, OutputFormat.TABLE, columns);
        report.accept(new ApplyEvent.Changed(MAP, Readiness.failed("one line\n  and another, ".repeat(9))));

        List<String> lines =
                out.toString().replaceAll("\u001b\\[[0-9;]*[mAJ]", "").lines().toList();
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
    }
}
