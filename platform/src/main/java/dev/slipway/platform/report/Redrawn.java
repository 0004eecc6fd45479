package dev.slipway.platform.report;

import java.util.List;

/** Lines of a terminal that are drawn anew in their place. */
public final class Redrawn {
    private final Console console;
    private int drawn;

    public Redrawn(Console console) {
        this.console = console;
    }

    /** Replaces what was drawn before; no line may be longer than the terminal is wide. */
    public void draw(List<String> lines) {
        var screen = new StringBuilder();
        if (drawn > 0) {
            screen.append("\u001b[").append(drawn).append("A\u001b[J"); // up to the first line, and clear
        }
        lines.forEach(line -> screen.append(line).append('\n'));
        drawn = lines.size();
        console.out().print(screen);
        console.out().flush();
    }
}
