package dev.slipway.platform.cli;

import dev.slipway.platform.apply.Action;
import dev.slipway.platform.apply.Change;
import dev.slipway.platform.apply.Plan;
import dev.slipway.platform.diff.FieldChange;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Table;
import java.util.stream.Collectors;

/** A plan summed up. */
final class PlanView {
    private PlanView() {}

    static ExitCode show(Plan plan, Console console) {
        console.show(plan, () -> table(plan));
        if (!plan.writes()) {
            console.note("Nothing to change.");
        }
        return plan.writes() ? ExitCode.CHANGES : ExitCode.DONE;
    }

    private static Table table(Plan plan) {
        var table = new Table("ACTION", "OBJECT", "FIELDS THAT CHANGE");
        plan.changes().stream()
                .filter(change -> change.action() != Action.UNCHANGED)
                .forEach(change ->
                        table.row(change.action().toString(), change.id().toString(), fields(change)));
        return table;
    }

    /** Why something stays that is no longer described. */
    static String because(String kind) {
        return kind.equals("Secret") ? "the data that stays was made with it" : "data hangs on it";
    }

    private static String fields(Change change) {
        if (change.action() == Action.KEEP) {
            return because(change.id().kind());
        }
        return change.action() == Action.UPDATE
                ? change.fields().stream().map(FieldChange::path).collect(Collectors.joining(", "))
                : "";
    }
}
