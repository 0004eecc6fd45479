package dev.slipway.platform.cli;

import dev.slipway.platform.apply.Action;
import dev.slipway.platform.apply.Change;
import dev.slipway.platform.apply.EnvironmentApply;
import dev.slipway.platform.apply.Plan;
import dev.slipway.platform.diff.FieldChange;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Table;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway plan}. */
@Command(
        name = "plan",
        description = {
            "Show what 'slipway apply' would change on the cluster; nothing is written.",
            "Ends with 3 when there are changes; 'slipway diff' shows their values."
        },
        footer = {"", "Examples:", "  slipway plan -e dev-ol --registry registry.example.com/his --tag 1.4.0"})
public final class PlanCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ImageOptions options = new ImageOptions();

    public PlanCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException, InterruptedException {
        var manifests = options.manifests(session);
        try (var cluster = options.cluster(session);
                var apply =
                        new EnvironmentApply(cluster, manifests, new SecureRandom(), session.clock(), event -> {})) {
            Plan plan = apply.plan();
            Console console = session.console();
            console.show(plan, () -> table(plan));
            if (!plan.writes()) {
                console.note("Nothing to change.");
            }
            return plan.writes() ? ExitCode.CHANGES : ExitCode.DONE;
        }
    }

    private static Table table(Plan plan) {
        var table = new Table("ACTION", "OBJECT", "FIELDS THAT CHANGE");
        plan.changes().stream()
                .filter(change -> change.action().writes())
                .forEach(change ->
                        table.row(change.action().toString(), change.id().toString(), fields(change)));
        return table;
    }

    private static String fields(Change change) {
        return change.action() == Action.UPDATE
                ? change.fields().stream().map(FieldChange::path).collect(Collectors.joining(", "))
                : "";
    }
}
