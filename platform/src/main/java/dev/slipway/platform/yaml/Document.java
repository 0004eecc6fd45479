package dev.slipway.platform.yaml;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bound document: its value if it could be bound, all its faults, and where its parts are written.
 *
 * @param value null when the faults left nothing to bind
 */
public record Document<T>(String name, @Nullable T value, List<Problem> problems, Outline outline) {
    public Document {
        problems = problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    /** The same document with the faults that its reader found beyond its form. */
    public Document<T> and(List<Problem> more) {
        var all = new ArrayList<>(problems);
        all.addAll(more);
        return new Document<>(name, value, all, outline);
    }

    /** The value, or an error that lists every fault, one a line. */
    public T orThrow() {
        if (value == null || !problems.isEmpty()) {
            throw new UserError(
                    problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())),
                    problems.size() == 1 ? "correct that line" : "correct these " + problems.size() + " lines",
                    ExitCode.USAGE);
        }
        return value;
    }
}
