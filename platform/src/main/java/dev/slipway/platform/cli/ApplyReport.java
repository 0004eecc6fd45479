package dev.slipway.platform.cli;

import dev.slipway.platform.apply.ApplyEvent;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.OutputFormat;
import dev.slipway.platform.report.Table;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says what happens on a cluster: to a person by a tree that lives, to a program by a line of JSON each, else by lines. */
final class ApplyReport implements Consumer<ApplyEvent> {
    private final Console console;
    private final Consumer<ApplyEvent> form;

    ApplyReport(Console console, Manifests manifests, Clock clock) {
        this.console = console;
        if (console.format() == OutputFormat.JSON) {
            this.form = event -> console.printLine(line(event));
        } else {
            this.form = console.live() ? new ApplyTree(console, manifests, clock) : new ApplyLines(console);
        }
    }

    @Override
    public void accept(ApplyEvent event) {
        form.accept(event);
    }

    /** How it ended; for programs the last line. */
    void result(Map<String, Object> view, Supplier<Table> table) {
        if (console.format() == OutputFormat.JSON) {
            var line = new LinkedHashMap<String, Object>();
            line.put("event", "result");
            line.putAll(view);
            console.printLine(line);
        } else {
            console.show(view, table);
        }
    }

    private static Map<String, Object> line(ApplyEvent event) {
        var line = new LinkedHashMap<String, Object>();
        if (event instanceof ApplyEvent.Wrote wrote) {
            line.put("event", "wrote");
            line.put("action", wrote.action().toString());
        } else if (event instanceof ApplyEvent.Changed changed) {
            line.put("event", "state");
            line.put("state", ApplyLines.state(changed.readiness()));
            line.put("reason", changed.readiness().reason());
        } else {
            line.put("event", event instanceof ApplyEvent.Kept ? "kept" : "gone");
        }
        line.put("object", event.id());
        return line;
    }
}
