package dev.slipway.platform.cli;

import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Style;
import dev.slipway.platform.report.Table;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.Outcome;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.stack.SupervisorStatus;
import dev.slipway.platform.stack.progress.Amounts;
import dev.slipway.platform.stack.progress.ProgressView;
import dev.slipway.platform.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What {@code up} says at its end: where to go, or what went wrong. */
final class UpReport {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Console console;
    private final Workspace workspace;
    private final RunningStack stack;

    UpReport(Console console, Workspace workspace, RunningStack stack) {
        this.console = console;
        this.workspace = workspace;
        this.stack = stack;
    }

    /** Shows progress, says where to go once everything is ready, and shows changes until interrupted. */
    void follow(ProgressView view) {
        try {
            boolean said = false;
            while (true) {
                view.refresh();
                SupervisorStatus supervisor = stack.files().supervisor().orElse(null);
                if (!said && supervisor != null && supervisor.settledAt() != null) {
                    ready(supervisor);
                    said = true;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    void ready(SupervisorStatus supervisor) {
        Instant settled = supervisor.settledAt() == null ? supervisor.since() : supervisor.settledAt();
        console.show(Map.of("ready", true, "addresses", supervisor.addresses()), () -> table(supervisor));
        console.note("Ready in " + Amounts.seconds(Duration.between(supervisor.since(), settled)) + ", "
                + Amounts.mebibytes(OptionalLong.of(memory(supervisor))) + " in use.");
    }

    private Table table(SupervisorStatus supervisor) {
        var table = new Table("WHERE", "ADDRESS", "SIGN IN");
        supervisor.addresses().forEach((what, address) -> table.row(what, address, signIn(what)));
        return table;
    }

    private String signIn(String what) {
        return switch (what) {
            case "gateway" -> "POST /api/sign-in/operators as operator, " + secret("operator-password");
            case "nacos" -> "nacos, " + secret("nacos-password");
            default -> "";
        };
    }

    private String secret(String name) {
        boolean usual = workspace.data().equals(workspace.home().resolve(Workspace.DEFAULT_DATA));
        return "'slipway secret " + name + (usual ? "" : " --data " + workspace.data()) + "'";
    }

    private long memory(SupervisorStatus supervisor) {
        long components = stack.files().components().stream()
                .mapToLong(component -> stack.memory(component).orElse(0))
                .sum();
        return components + stack.memory(supervisor.process()).orElse(0);
    }

    ExitCode of(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            failures(failed.components());
            return ExitCode.FAILED;
        }
        if (outcome instanceof Outcome.TimedOut late) {
            failures(late.components());
            return ExitCode.TIMED_OUT;
        }
        console.note("Stopped.");
        return ExitCode.DONE;
    }

    /** The cause first, then where to read on. */
    void failures(List<ComponentStatus> components) {
        for (ComponentStatus component : components) {
            console.note(console.paint(Style.BAD, component.name() + " failed: ") + component.cause());
            console.note("  its log: " + stack.directory().log(component.name()));
        }
        console.note("Everything else was stopped.");
    }
}
