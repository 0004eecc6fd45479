package dev.slipway.platform.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Objects of one kind in one namespace: there are many objects of few kinds, so they are asked for by group.
 *
 * @param namespace empty for kinds without one
 */
public record ObjectGroup(String apiVersion, String kind, String namespace) {
    public static ObjectGroup of(ObjectId id) {
        return new ObjectGroup(id.apiVersion(), id.kind(), id.namespace());
    }

    public static Set<ObjectGroup> of(Collection<ObjectId> ids) {
        return ids.stream().map(ObjectGroup::of).collect(Collectors.toSet());
    }

    /**
     * Those that are on the cluster.
     *
     * @param selector of labels, as for {@link Cluster#list}
     */
    public Map<ObjectId, ObjectNode> live(Cluster cluster, String selector) throws InterruptedException {
        var found = new TreeMap<ObjectId, ObjectNode>();
        for (ObjectNode live : cluster.list(apiVersion, kind, namespace, selector)) {
            found.put(id(live), live);
        }
        return found;
    }

    /** The identity of one of them. */
    public ObjectId id(ObjectNode member) {
        return new ObjectId(
                apiVersion,
                kind,
                namespace,
                member.path("metadata").path("name").asText());
    }
}
