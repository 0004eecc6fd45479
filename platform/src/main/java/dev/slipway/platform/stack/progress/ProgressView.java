package dev.slipway.platform.stack.progress;

import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.Redrawn;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.RunFiles;
import dev.slipway.platform.stack.State;
import dev.slipway.platform.stack.SupervisorStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Shows what a supervisor writes down, whichever process that is. On a terminal the tree is drawn anew in its place
 * until the stack is up; otherwise, and afterwards, each change is a line of its own.
 */
public final class ProgressView {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Console console;
    private final RunFiles files;
    private final Clock clock;
    private final Tree tree;
    private final Redrawn screen;
    private final Map<String, State> shown = new HashMap<>();
    private boolean settled;

    /** @param memory bytes that the process of a component uses; empty when unknown */
    public ProgressView(Console console, RunFiles files, Clock clock, Function<ComponentStatus, OptionalLong> memory) {
        this.console = console;
        this.files = files;
        this.clock = clock;
        this.tree = new Tree(console, memory);
        this.screen = new Redrawn(console);
    }

    /** Shows changes until the thread is interrupted. */
    public void follow() {
        try {
            while (true) {
                refresh();
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows what has changed since the last time. */
    public synchronized void refresh() {
        files.supervisor().ifPresent(supervisor -> {
            List<ComponentStatus> components = components(supervisor);
            if (console.live() && !settled) {
                screen.draw(tree.lines(components, supervisor.since(), clock.instant()));
            } else {
                components.forEach(component -> tell(component, supervisor.since()));
            }
            components.forEach(component -> shown.put(component.name(), component.state()));
            settled = settled || supervisor.settledAt() != null;
        });
    }

    private List<ComponentStatus> components(SupervisorStatus supervisor) {
        var components = new ArrayList<ComponentStatus>();
        supervisor.components().forEach(name -> files.component(name).ifPresent(components::add));
        return components;
    }

    private void tell(ComponentStatus component, Instant started) {
        if (component.state() != shown.get(component.name())) {
            console.note(tree.line(component, started, clock.instant()));
        }
    }
}
