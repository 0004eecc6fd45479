package dev.slipway.platform.cli;

import dev.slipway.platform.lint.Lint;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Table;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway lint}. */
@Command(
        name = "lint",
        description = {
            "Hold every rendered object of an environment against the rules for safe objects.",
            "Ends with 0 when all are kept or waived with a reason, and with 1 otherwise."
        },
        footer = {"", "Examples:", "  slipway lint -e prod-ol", "  slipway lint -e prod-ol -o json"})
public final class LintCommand implements CliCommand {
    private final Session session;

    @Mixin
    final EnvironmentOption environment = new EnvironmentOption();

    public LintCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException {
        var description = environment.description(session);
        var manifests = environment.manifests(session, description, Variables.PLACEHOLDERS);
        var result = Lint.check(description, manifests);
        result.problems().forEach(problem -> session.console().note(problem.toString()));
        session.console().show(Map.of("findings", result.findings(), "waived", result.waived()), () -> {
            var table = new Table("OBJECT", "RULE", "WHAT");
            result.findings().forEach(found -> table.row(found.object(), found.rule(), found.what()));
            return table;
        });
        session.console()
                .note(manifests.manifests().size() + " objects, " + Lint.rules().size() + " rules: "
                        + result.findings().size() + " findings, "
                        + result.waived().size() + " waived.");
        return result.clean() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
