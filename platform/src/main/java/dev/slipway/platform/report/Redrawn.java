package dev.slipway.platform.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of a terminal that are drawn anew in their place. */
public final class Redrawn {
    private final Console console;
    private int drawn;

    public Redrawn(Console console) {
        this.console = console;
    }

    /**
     * Replaces what was drawn before; no line may be longer than the terminal is wide. Of more lines than it is high the
     * first are left out: what has left the screen cannot be replaced.
     */
    public void draw(List<String> all) {
        List<String> lines = fitting(all);
        var screen = new StringBuilder();
        if (drawn > 0) {
            screen.append("\u001b[").append(drawn).append("A\u001b[J"); // up to the first line, and clear
        }
        lines.forEach(line -> screen.append(line).append('\n'));
        drawn = lines.size();
        console.out().print(screen);
        console.out().flush();
    }

    private List<String> fitting(List<String> all) {
        int room = Math.max(2, console.rows() - 1); // the cursor takes the last one
        if (all.size() <= room) {
            return all;
        }
        var lines = new ArrayList<String>();
        lines.add("(" + (all.size() - room + 1) + " lines above)");
        lines.addAll(all.subList(all.size() - room + 1, all.size()));
        return lines;
    }
}
