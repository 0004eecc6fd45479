package dev.slipway.platform.cli;

import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.diagnosis.live.Investigation;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway diagnose}. */
@Command(
        name = "diagnose",
        description = {
            "Say why what is not ready on a cluster is not: the cause, what shows it, and what to change.",
            "Ends with 0 when all is ready, and with 1 otherwise. Nothing is changed."
        },
        footer = {
            "",
            "Examples:",
            "  slipway diagnose -e dev-ol",
            "  slipway diagnose -e dev-ol service-order",
            "  slipway diagnose -e dev-ol -o json"
        })
public final class DiagnoseCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ClusterOptions options = new ClusterOptions();

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "The middleware, service or add-on to look at. Default: all.")
    String component = "";

    public DiagnoseCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException, InterruptedException {
        var description = options.environment.description(session);
        var manifests = options.manifests(session);
        known(manifests);
        try (var cluster = options.cluster(session)) {
            List<Diagnosis> wrong = new Investigation(cluster, manifests, description).of(component);
            session.console().show(wrong, () -> DiagnosisTable.of(wrong, session.console()));
            if (wrong.isEmpty()) {
                session.console().note("Nothing is wrong: all is ready.");
            }
            return wrong.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private void known(Manifests manifests) {
        var names = new TreeSet<String>();
        manifests.manifests().stream().map(Manifest::component).forEach(names::add);
        if (!component.isEmpty() && !names.contains(component)) {
            throw new UserError(
                    "'" + component + "' is no part of this environment"
                            + Suggestions.nearest(component, names)
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse(""),
                    "name one of: " + String.join(", ", names),
                    ExitCode.USAGE);
        }
    }
}
