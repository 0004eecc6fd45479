package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Around;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.readiness.ReadinessRules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at many objects with few requests: one list a kind and namespace, and one of what stands around them. */
final class Observation {
    private final Cluster cluster;
    private final String selector;

    Observation(Cluster cluster, String environment) {
        this.cluster = cluster;
        this.selector = Ownership.ENVIRONMENT + "=" + environment;
    }

    /** Those of the environment that are on the cluster. */
    Map<ObjectId, ObjectNode> live(Collection<ObjectId> ids) throws InterruptedException {
        var found = new TreeMap<ObjectId, ObjectNode>();
        for (ObjectGroup group : ObjectGroup.of(ids)) {
            found.putAll(group.live(cluster, selector));
        }
        found.keySet().retainAll(Set.copyOf(ids));
        return found;
    }

    /** The claims of the environment, also those that its StatefulSets have made, which stand in no list of ours. */
    Map<ObjectId, ObjectNode> claims(String namespace) throws InterruptedException {
        return new ObjectGroup("v1", "PersistentVolumeClaim", namespace).live(cluster, selector);
    }

    /** What is to be said of each of them as it is now. */
    Map<ObjectId, Readiness> of(Collection<ObjectId> ids) throws InterruptedException {
        var verdicts = new HashMap<ObjectId, Readiness>();
        var bystanders = new Bystanders(cluster);
        for (ObjectGroup group : ObjectGroup.of(ids)) {
            verdicts.putAll(of(group, Set.copyOf(ids), bystanders));
        }
        ids.forEach(id -> verdicts.putIfAbsent(id, Readiness.progressing("is not there")));
        return verdicts;
    }

    /** What stands around is asked for only when something is not ready by itself. */
    private Map<ObjectId, Readiness> of(ObjectGroup group, Set<ObjectId> ids, Bystanders bystanders)
            throws InterruptedException {
        var verdicts = new HashMap<ObjectId, Readiness>();
        var unready = new TreeMap<ObjectId, HasMetadata>();
        cluster.each(group, selector, live -> {
            ObjectId id = group.id(live);
            if (ids.contains(id)) {
                HasMetadata object = cluster.typed(live);
                Readiness verdict = ReadinessRules.of(object, Around.NOTHING);
                verdicts.put(id, verdict);
                if (!(verdict instanceof Readiness.Ready)) {
                    unready.put(id, object);
                }
            }
        });
        if (!unready.isEmpty()) {
            Around around = bystanders.of(group);
            unready.forEach((id, object) -> verdicts.put(id, ReadinessRules.of(object, around)));
        }
        return verdicts;
    }
}
