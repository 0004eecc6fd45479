package dev.slipway.platform.cli;

import dev.slipway.platform.report.ExitCode;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway config push}. */
@Command(
        name = "push",
        description = {
            "Write to Nacos what changed in the files; running services follow at once.",
            "A document that was edited in the Nacos console meanwhile is refused by name, and nothing is written (exit 4)."
        },
        footer = {
            "",
            "Examples:",
            "  slipway config push",
            "  slipway config push --overwrite service-user.yaml     give up what was edited in the console"
        })
public final class ConfigPushCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ConfigTarget target = new ConfigTarget();

    @Option(
            names = "--overwrite",
            paramLabel = "NAME",
            split = ",",
            description = "Write this document although it was changed in Nacos.")
    Set<String> overwrite = new LinkedHashSet<>();

    public ConfigPushCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws Exception {
        ConfigReport.show(session.console(), "pushed", target.sync(session).push(overwrite));
        return ExitCode.DONE;
    }
}
