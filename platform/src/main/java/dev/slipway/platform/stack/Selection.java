package dev.slipway.platform.stack;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.report.UserError;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which components of a description are run. */
public final class Selection {
    private Selection() {}

    /**
     * The components asked for and all that they need, in the order of the description.
     *
     * @param needs every component with what it needs
     * @param only empty for all
     * @throws UserError when a name is unknown, or something is left out that another one needs
     */
    public static Set<String> of(Map<String, List<String>> needs, Collection<String> only, Collection<String> without) {
        only.forEach(name -> check(needs, name));
        without.forEach(name -> check(needs, name));
        Set<String> wanted = only.isEmpty() ? new LinkedHashSet<>(needs.keySet()) : closure(needs, only);
        var chosen = new LinkedHashSet<String>();
        for (String name : needs.keySet()) {
            if (wanted.contains(name) && !without.contains(name)) {
                chosen.add(name);
            }
        }
        without.forEach(name -> refuseIfNeeded(needs, chosen, name));
        return chosen;
    }

    private static Set<String> closure(Map<String, List<String>> needs, Collection<String> roots) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            if (reached.add(name)) {
                open.addAll(needs.getOrDefault(name, List.of()));
            }
        }
        return reached;
    }

    private static void refuseIfNeeded(Map<String, List<String>> needs, Set<String> chosen, String without) {
        List<String> needing = chosen.stream()
                .filter(name -> needs.getOrDefault(name, List.of()).contains(without))
                .toList();
        if (!needing.isEmpty()) {
            throw new UserError(
                    "cannot leave out " + without + ": " + String.join(", ", needing)
                            + (needing.size() == 1 ? " needs it" : " need it"),
                    "leave these out too: --without " + without + "," + String.join(",", needing),
                    ExitCode.USAGE);
        }
    }

    private static void check(Map<String, List<String>> needs, String name) {
        if (!needs.containsKey(name)) {
            throw new UserError(
                    "there is no component '" + name + "'",
                    Suggestions.nearest(name, needs.keySet())
                            .map(nearest -> "did you mean '" + nearest + "'?")
                            .orElse("one of: " + String.join(", ", needs.keySet())),
                    ExitCode.USAGE);
        }
    }
}
