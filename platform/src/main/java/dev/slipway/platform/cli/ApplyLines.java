package dev.slipway.platform.cli;

import dev.slipway.platform.apply.ApplyEvent;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.Style;
import java.util.function.Consumer;

/** What happens on a cluster, a line for each event. */
final class ApplyLines implements Consumer<ApplyEvent> {
    private final Console console;

    ApplyLines(Console console) {
        this.console = console;
    }

    @Override
    public void accept(ApplyEvent event) {
        if (event instanceof ApplyEvent.Wrote wrote) {
            console.note(wrote.action() + " " + wrote.id());
        } else if (event instanceof ApplyEvent.Gone gone) {
            console.note(console.paint(Style.GOOD, "gone") + " " + gone.id());
        } else if (event instanceof ApplyEvent.Changed changed) {
            String reason = changed.readiness().reason();
            console.note(state(changed.readiness()) + " " + changed.id() + (reason.isEmpty() ? "" : ": " + reason));
        }
    }

    private String state(Readiness readiness) {
        return readiness instanceof Readiness.Ready
                ? console.paint(Style.GOOD, "ready")
                : readiness instanceof Readiness.Failed ? console.paint(Style.BAD, "failed") : "waiting";
    }
}
