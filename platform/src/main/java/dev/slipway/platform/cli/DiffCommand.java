package dev.slipway.platform.cli;

import dev.slipway.platform.apply.Action;
import dev.slipway.platform.apply.Plan;
import dev.slipway.platform.diff.FieldChange;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway diff}. */
@Command(
        name = "diff",
        description = {
            "Show field by field how the objects of the cluster differ from those that are described. The server is asked",
            "how each would be; nothing is written. Ends with 3 when something differs. Values of Secrets are never shown."
        },
        footer = {"", "Examples:", "  slipway diff -e dev-ol --registry registry.example.com/his --tag 1.4.0"})
public final class DiffCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ImageOptions options = new ImageOptions();

    public DiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException, InterruptedException {
        return options.planning(session, (apply, cluster, manifests) -> show(apply.plan(), session.console()));
    }

    private static ExitCode show(Plan plan, Console console) {
        console.showLines(plan, () -> lines(plan, console));
        if (!plan.writes()) {
            console.note("No difference.");
        }
        return plan.writes() ? ExitCode.CHANGES : ExitCode.DONE;
    }

    private static List<String> lines(Plan plan, Console console) {
        var lines = new ArrayList<String>();
        plan.changes().stream().filter(change -> change.action().writes()).forEach(change -> {
            lines.add(console.paint(style(change.action()), change.action() + " " + change.id()));
            change.fields().forEach(field -> lines.add("  " + text(field)));
        });
        return lines;
    }

    private static Style style(Action action) {
        return switch (action) {
            case CREATE -> Style.GOOD;
            case DELETE -> Style.BAD;
            default -> Style.WARNING;
        };
    }

    private static String text(FieldChange field) {
        if (field.from().isEmpty()) {
            return "+ " + field.path() + ": " + field.to();
        }
        return field.to().isEmpty()
                ? "- " + field.path() + ": " + field.from()
                : "~ " + field.path() + ": " + field.from() + " → " + field.to();
    }
}
