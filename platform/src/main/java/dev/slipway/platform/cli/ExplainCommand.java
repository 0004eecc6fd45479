package dev.slipway.platform.cli;

import dev.slipway.platform.explain.Explained;
import dev.slipway.platform.explain.Explanation;
import dev.slipway.platform.explain.Meanings;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway explain}. */
@Command(
        name = "explain",
        description = {
            "Show every value of a description that holds, where it comes from, and what its key means.",
            "A value is written in a line of the description, a default of its key, or laid over an object by a patch."
        },
        footer = {
            "",
            "Examples:",
            "  slipway explain -e dev-ol services.service-order",
            "  slipway explain -e dev-ol middleware.mysql.storage",
            "  slipway explain -e prod-ol -o yaml        everything, for programs"
        })
public final class ExplainCommand implements CliCommand {
    private final Session session;

    @Mixin
    final EnvironmentOption environment = new EnvironmentOption();

    @Parameters(paramLabel = "PATH", arity = "0..1", description = "Keys with dots between; everything when left out.")
    String path = "";

    public ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        String schema = Files.readString(session.workspace().home().resolve("deploy/schema/platform.schema.json"));
        List<Explained> values = Explanation.of(environment.document(session), Meanings.of(schema), path);
        session.console().show(values, () -> {
            var table = new Table("KEY", "VALUE", "FROM", "MEANING");
            values.forEach(value -> table.row(value.path(), value.value(), value.from(), value.meaning()));
            return table;
        });
        return ExitCode.DONE;
    }
}
