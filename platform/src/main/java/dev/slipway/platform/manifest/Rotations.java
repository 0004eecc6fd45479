package dev.slipway.platform.manifest;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What can be rotated of an environment, and what cannot.
 *
 * @param possible in the order of their names
 * @param impossible name → why
 * @param jobs what tells a server
 */
public record Rotations(List<Rotation> possible, SortedMap<String, String> impossible, Jobs jobs) {
    /** The component that the Jobs belong to, and what lets them reach the servers. */
    public static final String COMPONENT = "rotation";

    public Rotations {
        possible = List.copyOf(possible);
        impossible = new TreeMap<>(impossible);
    }

    /** Makes the Job that tells one server of new values. */
    @FunctionalInterface
    public interface Jobs {
        /** @param rotations those of that server */
        Job of(String server, Rotation.Phase phase, List<Rotation> rotations);
    }

    public SortedSet<String> names() {
        var names = new TreeSet<String>();
        possible.forEach(rotation -> names.add(rotation.name()));
        return names;
    }

    /** @throws UserError for the first name that is none, or whose value cannot be rotated */
    public void require(Collection<String> names) {
        for (String name : names) {
            if (impossible.containsKey(name)) {
                throw new UserError(
                        "'" + name + "' cannot be rotated by this command: " + impossible.get(name),
                        "",
                        ExitCode.USAGE);
            }
            if (!names().contains(name)) {
                throw new UserError(
                        "no secret that can be rotated is called '" + name + "', there are: "
                                + String.join(", ", names()),
                        Suggestions.nearest(name, names())
                                .map(nearest -> "did you mean '" + nearest + "'?")
                                .orElse("choose one of these"),
                        ExitCode.USAGE);
            }
        }
    }
}
