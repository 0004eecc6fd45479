package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan to be applied later, exactly as it was seen. It holds no value of a Secret.
 *
 * @param images with which it was made
 * @param description digest of all that was rendered
 * @param versions the state of each object on the cluster, as {@link Versions} tells it; no entry for one that is not there
 */
public record SavedPlan(
        String environment,
        String namespace,
        Images images,
        URI server,
        String description,
        SortedMap<String, String> versions,
        List<Change> changes) {
    /** Where our own images come from. */
    public record Images(String registry, String tag) {
        public Images {
            List.of(registry, tag);
        }
    }

    public SavedPlan {
        List.of(environment, namespace, images, server, description); // what a file leaves out is null
        versions = new TreeMap<>(versions);
        changes = List.copyOf(changes);
    }

    public Plan plan() {
        return new Plan(changes);
    }

    /**
     * Holds it against what is described now.
     *
     * @throws UserError when that is another cluster or something else
     */
    public void requireSame(URI cluster, String rendered) {
        if (!server.equals(cluster)) {
            throw refused("was made for another cluster, " + server);
        }
        if (!description.equals(rendered)) {
            throw refused("does not fit any more: the description has changed since");
        }
    }

    /**
     * Holds it against the cluster.
     *
     * @throws UserError when an object is in another state now, or something else is to be done
     */
    void requireSame(Plan now, Map<ObjectId, String> live) {
        var moved = new ArrayList<String>();
        for (Change change : now.changes()) {
            String before = versions.getOrDefault(change.id().text(), "");
            String version = live.getOrDefault(change.id(), "");
            if (!before.equals(version)) {
                moved.add(change.id()
                        + (before.isEmpty() ? " is there now" : version.isEmpty() ? " is gone" : " has changed"));
            }
        }
        if (!moved.isEmpty()) {
            throw refused("does not fit any more, the cluster has moved: " + String.join(", ", moved));
        }
        if (!now.changes().equals(changes)) {
            throw refused("does not fit any more: other changes would be made now");
        }
    }

    private static UserError refused(String why) {
        return new UserError("the saved plan " + why, "make a new one with 'slipway plan --out'", ExitCode.REFUSED);
    }
}
