package dev.slipway.platform.stack.progress;

import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.Style;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** The components of a stack as the lines of a tree. */
final class Tree {
    private static final int NAME = 18;
    private static final int STATE = 11;
    private static final int TIME = 9;
    private static final int MEMORY = 9;
    private static final int SHORTEST_CAUSE = 20;

    private final Console console;
    private final Function<ComponentStatus, OptionalLong> memory;

    Tree(Console console, Function<ComponentStatus, OptionalLong> memory) {
        this.console = console;
        this.memory = memory;
    }

    List<String> lines(List<ComponentStatus> components, Instant started, Instant now) {
        var lines = new ArrayList<String>();
        lines.add("slipway  " + Amounts.seconds(Duration.between(started, now)));
        for (int i = 0; i < components.size(); i++) {
            String branch = i == components.size() - 1 ? "└─ " : "├─ ";
            lines.add(branch + line(components.get(i), started, now));
        }
        return lines;
    }

    /** One component: name, state, seconds since the stack was started, memory, and what is in its way. */
    String line(ComponentStatus component, Instant started, Instant now) {
        String state =
                console.paint(style(component.state()), pad(component.state().toString(), STATE));
        String line = pad(component.name(), NAME) + " " + state + " "
                + left(time(component, started, now), TIME) + " "
                + left(Amounts.mebibytes(memory.apply(component)), MEMORY);
        return component.cause() == null ? line.stripTrailing() : line + "  " + shortened(component.cause());
    }

    private static String time(ComponentStatus component, Instant started, Instant now) {
        return switch (component.state()) {
            case WAITING, STOPPED -> "";
            case READY ->
                component.readyAt() == null ? "" : Amounts.seconds(Duration.between(started, component.readyAt()));
            default -> Amounts.seconds(Duration.between(component.since(), now));
        };
    }

    private static Style style(State state) {
        return switch (state) {
            case READY -> Style.GOOD;
            case FAILED -> Style.BAD;
            case UNHEALTHY, BACKING_OFF -> Style.WARNING;
            default -> Style.FAINT;
        };
    }

    /** A line that wraps cannot be redrawn in place. */
    private String shortened(String cause) {
        int room = Math.max(SHORTEST_CAUSE, console.columns() - NAME - STATE - TIME - MEMORY - 10);
        return cause.length() <= room || !console.live() ? cause : cause.substring(0, room - 1) + "…";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String left(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
