package dev.slipway.platform.cli;

import dev.slipway.platform.config.Comparison;
import dev.slipway.platform.config.Drift;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Style;
import dev.slipway.platform.report.Table;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway config diff}. */
@Command(
        name = "diff",
        description = {
            "Show for each document whether files and Nacos say the same, and which of them changed.",
            "Ends with 0 when they do, and with 3 when there is drift."
        },
        footer = {"", "Examples:", "  slipway config diff", "  slipway config diff -o json"})
public final class ConfigDiffCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ConfigTarget target = new ConfigTarget();

    public ConfigDiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws Exception {
        Comparison comparison = target.sync(session).compare();
        var console = session.console();
        List<Map<String, String>> documents = comparison.lines().stream()
                .map(line ->
                        Map.of("document", line.name(), "state", line.drift().toString()))
                .toList();
        console.show(Map.of("drift", comparison.drifted(), "documents", documents), () -> {
            var table = new Table("DOCUMENT", "STATE");
            comparison.lines().forEach(line -> {
                Style style = line.drift() == Drift.SAME ? Style.GOOD : Style.WARNING;
                table.row(line.name(), console.paint(style, line.drift().toString()));
            });
            return table;
        });
        return comparison.drifted() ? ExitCode.CHANGES : ExitCode.DONE;
    }
}
