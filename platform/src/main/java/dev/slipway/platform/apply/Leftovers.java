package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What was made once and is no longer described. */
record Leftovers(Cluster cluster, Manifests manifests) {
    List<Change> of(Set<ObjectId> made, Collection<ObjectId> described) throws InterruptedException {
        var left = new TreeSet<>(made);
        described.forEach(left::remove);
        var changes = new ArrayList<Change>();
        for (ObjectId id : left) {
            // What someone else has made under the same name in the meantime is not ours.
            Optional<ObjectNode> found = cluster.get(id).filter(live -> Ownership.ours(live, manifests));
            if (found.isPresent()) {
                boolean kept = Removal.keeps(id, found.get(), hasData(id));
                changes.add(Change.of(id, kept ? Action.KEEP : Action.DELETE));
            }
        }
        return changes;
    }

    /** Only where it matters. */
    private boolean hasData(ObjectId id) throws InterruptedException {
        return id.kind().equals("Secret")
                && !new Observation(cluster, manifests.environment())
                        .claims(id.namespace())
                        .isEmpty();
    }
}
