package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Around;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.readiness.ReadinessRules;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at many objects with few requests: one list a kind and namespace, and one of what stands around them. */
final class Observation {
    private static final Set<String> WITH_PODS = Set.of("Deployment", "StatefulSet", "DaemonSet");
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

    Map<ObjectId, Readiness> of(Collection<ObjectId> ids) throws InterruptedException {
        var verdicts = new HashMap<ObjectId, Readiness>();
        for (ObjectGroup group : ObjectGroup.of(ids)) {
            Around around = around(group.kind(), group.namespace());
            group.live(cluster, selector)
                    .forEach((id, live) -> verdicts.put(id, ReadinessRules.of(cluster.typed(live), around)));
        }
        verdicts.keySet().retainAll(Set.copyOf(ids));
        ids.forEach(id -> verdicts.putIfAbsent(id, Readiness.progressing("is not there")));
        return verdicts;
    }

    private Around around(String kind, String namespace) throws InterruptedException {
        boolean pods = WITH_PODS.contains(kind);
        return new Around(
                pods ? cluster.list(Pod.class, "v1", namespace) : List.of(),
                kind.equals("Deployment") ? cluster.list(ReplicaSet.class, "apps/v1", namespace) : List.of(),
                kind.equals("PersistentVolumeClaim")
                        ? cluster.list(StorageClass.class, "storage.k8s.io/v1", "")
                        : List.of(),
                kind.equals("Ingress") ? cluster.list(IngressClass.class, "networking.k8s.io/v1", "") : List.of());
    }
}
