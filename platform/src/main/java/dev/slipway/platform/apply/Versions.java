package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * In which state objects are. A status is written all the time without meaning a change: where there is one, the
 * generation counts, and the resource version elsewhere.
 */
final class Versions {
    private Versions() {}

    /** Those of the objects that are there. */
    static Map<ObjectId, String> of(Collection<ObjectId> ids, Cluster cluster, Parallel parallel)
            throws InterruptedException {
        record Found(ObjectId id, Optional<ObjectNode> live) {}
        List<Callable<Found>> work = ids.stream()
                .map(id -> (Callable<Found>) () -> new Found(id, cluster.get(id)))
                .toList();
        var versions = new LinkedHashMap<ObjectId, String>();
        for (Found found : parallel.all(work)) {
            found.live().ifPresent(live -> versions.put(found.id(), of(live)));
        }
        return versions;
    }

    static String of(ObjectNode live) {
        JsonNode metadata = live.path("metadata");
        String state = live.has("status") && metadata.has("generation")
                ? "generation " + metadata.path("generation").asText()
                : "version " + metadata.path("resourceVersion").asText();
        return metadata.path("uid").asText() + ", " + state;
    }
}
