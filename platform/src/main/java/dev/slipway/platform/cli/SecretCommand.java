package dev.slipway.platform.cli;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Table;
import dev.slipway.platform.secrets.SecretsFile;
import java.security.SecureRandom;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway secret}. */
@Command(
        name = "secret",
        description = "Print one generated secret of the stack, and nothing else.",
        footer = {
            "",
            "Examples:",
            "  slipway secret operator-password     for the user 'operator'",
            "  slipway secret nacos-password        for the user 'nacos' of the Nacos console"
        })
public final class SecretCommand implements CliCommand {
    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Name of the secret; an unknown one lists all names.")
    String name = "";

    public SecretCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() {
        var file = new SecretsFile(session.workspace().secrets(), new SecureRandom());
        String value = file.read().value(name);
        switch (session.console().format()) {
            case TABLE -> session.console().print(value);
            case JSON, YAML -> session.console().show(Map.of("name", name, "value", value), Table::new);
        }
        return ExitCode.DONE;
    }
}
