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
        } else if (event instanceof ApplyEvent.Kept kept) {
            console.note("keep " + kept.id() + ": " + PlanView.because(kept.id().kind()));
        } else if (event instanceof ApplyEvent.Gone gone) {
            console.note(console.paint(Style.GOOD, "gone") + " " + gone.id());
        } else if (event instanceof ApplyEvent.Changed changed) {
            String reason = changed.readiness().reason();
            String state = state(changed.readiness());
            console.note(
                    console.paint(style(state), state) + " " + changed.id() + (reason.isEmpty() ? "" : ": " + reason));
        }
    }

    static String state(Readiness readiness) {
        return readiness instanceof Readiness.Ready
                ? "ready"
                : readiness instanceof Readiness.Failed ? "failed" : "waiting";
    }

    static Style style(String state) {
        return switch (state) {
            case "ready" -> Style.GOOD;
            case "failed" -> Style.BAD;
            default -> Style.WARNING;
        };
    }
}
