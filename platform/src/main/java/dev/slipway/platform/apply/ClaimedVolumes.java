package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The volumes that were made for claims. Whoever made one takes it away once its claim is gone, or leaves it, as its reclaim
 * policy says.
 *
 * @param homes volume that goes → namespace of its claim
 * @param staying those that are kept, with what is on them
 * @param known whether they could be looked at: volumes are the whole cluster's, and not everybody may list them
 */
record ClaimedVolumes(Map<ObjectId, String> homes, Set<ObjectId> staying, boolean known) {
    static final ClaimedVolumes NONE = new ClaimedVolumes(Map.of(), Set.of(), true);

    private static final ObjectGroup ALL = new ObjectGroup("v1", "PersistentVolume", "");

    /**
     * Those of claims that are to go, and in the namespace of the environment those of claims that are gone: an earlier
     * removal may have ended before them.
     *
     * @param described volumes that are objects of the environment themselves
     */
    static ClaimedVolumes find(Cluster cluster, Set<ObjectId> claims, String home, Set<ObjectId> described)
            throws InterruptedException {
        var homes = new TreeMap<ObjectId, String>();
        var staying = new TreeSet<ObjectId>();
        try {
            cluster.each(ALL, "", live -> {
                Optional<ObjectId> claim = claim(live);
                ObjectId id = ALL.id(live);
                if (described.contains(id)
                        || claim.filter(found -> goes(found, live, claims, home))
                                .isEmpty()) {
                    return;
                }
                if (live.path("spec")
                        .path("persistentVolumeReclaimPolicy")
                        .asText()
                        .equals("Delete")) {
                    homes.put(id, claim.get().namespace());
                } else {
                    staying.add(id);
                }
            });
        } catch (Refusal notPermitted) {
            return new ClaimedVolumes(Map.of(), Set.of(), false);
        }
        return new ClaimedVolumes(homes, staying, true);
    }

    private static Optional<ObjectId> claim(ObjectNode volume) {
        JsonNode claim = volume.path("spec").path("claimRef");
        return claim.isMissingNode()
                ? Optional.empty()
                : Optional.of(new ObjectId(
                        "v1",
                        "PersistentVolumeClaim",
                        claim.path("namespace").asText(),
                        claim.path("name").asText()));
    }

    private static boolean goes(ObjectId claim, ObjectNode volume, Set<ObjectId> claims, String home) {
        boolean bound = volume.path("status").path("phase").asText().equals("Bound");
        return claims.contains(claim) || (!bound && claim.namespace().equals(home));
    }

    boolean contains(ObjectId id) {
        return homes.containsKey(id) || staying.contains(id);
    }

    List<Change> changes() {
        var changes = new ArrayList<Change>();
        homes.keySet().forEach(id -> changes.add(Change.of(id, Action.DELETE)));
        staying.forEach(id -> changes.add(Change.of(id, Action.KEEP)));
        return changes;
    }

    /** Those of them that are still there. */
    static Map<ObjectId, ObjectNode> live(Cluster cluster, Collection<ObjectId> volumes) throws InterruptedException {
        var live = new HashMap<ObjectId, ObjectNode>();
        for (ObjectId volume : volumes) {
            cluster.get(volume).ifPresent(found -> live.put(volume, found));
        }
        return live;
    }
}
