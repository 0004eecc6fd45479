package dev.slipway.platform.secrets;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.report.UserError;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The secrets of one stack in memory; prints itself without values. */
public final class Secrets {
    private final Map<String, String> values;

    Secrets(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /** The value of a secret; an error that lists the names and suggests one when there is none of this name. */
    public String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new UserError(
                    "there is no secret '" + name + "', there are: " + String.join(", ", values.keySet()),
                    Suggestions.nearest(name, values.keySet())
                            .map(nearest -> "did you mean '" + nearest + "'?")
                            .orElse("choose one of these"),
                    ExitCode.USAGE);
        }
        return value;
    }

    Map<String, String> values() {
        return values;
    }

    @Override
    public String toString() {
        return "Secrets" + values.keySet();
    }
}
