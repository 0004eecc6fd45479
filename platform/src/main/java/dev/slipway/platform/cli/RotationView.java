package dev.slipway.platform.cli;

import dev.slipway.platform.apply.RotationPlan;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Style;
import dev.slipway.platform.report.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A rotation in words.
 *
 * @param impossible what was asked for and cannot be rotated, with the reason
 */
record RotationView(Console console, SortedMap<String, String> impossible) {

    /** What would be done. */
    ExitCode show(RotationPlan plan) {
        var view = new LinkedHashMap<String, Object>();
        view.put("secrets", plan.secrets());
        view.put("impossible", impossible);
        console.show(view, () -> table(plan));
        return plan.secrets().isEmpty() ? ExitCode.DONE : ExitCode.CHANGES;
    }

    private Table table(RotationPlan plan) {
        var table = new Table("SECRET", "ACTION", "STARTS ANEW", "WHAT IS NOTICED");
        plan.secrets()
                .forEach(entry -> table.row(
                        entry.secret(),
                        entry.begun() ? "finish" : "rotate",
                        entry.restarted().stream().map(ObjectId::name).collect(Collectors.joining(", ")),
                        entry.effect()));
        impossible.forEach((name, why) -> table.row(name, "leave", "", why));
        return table;
    }

    /** What whoever is asked has to know. */
    void tell(RotationPlan plan) {
        plan.secrets().stream()
                .filter(RotationPlan.Entry::begun)
                .forEach(entry -> console.note(entry.secret() + ": an earlier run has begun it, it is finished"));
        plan.secrets().stream()
                .filter(entry -> !entry.effect().isEmpty())
                .forEach(entry -> console.note(
                        console.paint(Style.WARNING, "warning: ") + entry.secret() + ": " + entry.effect()));
        impossible.forEach((name, why) -> console.note(name + " is left as it is: " + why));
    }

    void done(RotationPlan plan, ApplyReport report) {
        var rotated = plan.secrets().stream().map(RotationPlan.Entry::secret).toList();
        report.result(Map.of("rotated", rotated), () -> {
            var table = new Table("ROTATED");
            rotated.forEach(table::row);
            return table;
        });
        console.note("All is ready, with new values alone.");
    }
}
