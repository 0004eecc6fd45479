package dev.slipway.platform.cli;

import dev.slipway.platform.report.ExitCode;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway config pull}. */
@Command(
        name = "pull",
        description = {
            "Write to the files what was edited in the Nacos console, once it is valid; comments stay where lines do.",
            "A document that was changed in both is refused by name, and nothing is written (exit 4)."
        },
        footer = {
            "",
            "Examples:",
            "  slipway config pull",
            "  slipway config pull --overwrite service-user.yaml     give up what was changed in the file"
        })
public final class ConfigPullCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ConfigTarget target = new ConfigTarget();

    @Option(
            names = "--overwrite",
            paramLabel = "NAME",
            split = ",",
            description = "Write this document although the file was changed too.")
    Set<String> overwrite = new LinkedHashSet<>();

    public ConfigPullCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws Exception {
        ConfigReport.show(session.console(), "pulled", target.sync(session).pull(overwrite));
        return ExitCode.DONE;
    }
}
