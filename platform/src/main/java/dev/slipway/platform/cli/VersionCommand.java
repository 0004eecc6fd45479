package dev.slipway.platform.cli;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Table;
import picocli.CommandLine.Command;

/** {@code slipway version}. */
@Command(
        name = "version",
        description = "Show the version of Slipway and of what it runs on.",
        footer = {"", "Examples:", "  slipway version", "  slipway version -o json"})
public final class VersionCommand implements CliCommand {
    private final Session session;

    public VersionCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() {
        var version = Version.current(System.getProperties());
        session.console().show(version, () -> new Table("PART", "VERSION")
                .row("slipway", version.slipway())
                .row("java", version.java())
                .row("os", version.os()));
        return ExitCode.DONE;
    }
}
