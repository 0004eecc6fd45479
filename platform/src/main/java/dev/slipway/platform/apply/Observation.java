package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Around;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.readiness.ReadinessRules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at many objects with few requests: one list a kind and namespace, and one of what stands around them. */
final class Observation {
    private static final Set<String> WITH_PODS = Set.of("Deployment", "StatefulSet", "DaemonSet");
    private final Cluster cluster;
    private final String selector;

    Observation(Cluster cluster, String environment) {
        this.cluster = cluster;
        this.selector = Ownership.ENVIRONMENT + "=" + environment;
    }

    /** Objects of one kind in one namespace. */
    private record Group(String apiVersion, String kind, String namespace) {
        static Set<Group> of(Collection<ObjectId> ids) {
            return ids.stream()
                    .map(id -> new Group(id.apiVersion(), id.kind(), id.namespace()))
                    .collect(Collectors.toSet());
        }
    }

    /** Those of the environment that are on the cluster. */
    Map<ObjectId, ObjectNode> live(Collection<ObjectId> ids) throws InterruptedException {
        var found = new TreeMap<ObjectId, ObjectNode>();
        for (Group group : Group.of(ids)) {
            found.putAll(list(group));
        }
        found.keySet().retainAll(Set.copyOf(ids));
        return found;
    }

    /** The claims of the environment, also those that its StatefulSets have made, which stand in no list of ours. */
    Map<ObjectId, ObjectNode> claims(String namespace) throws InterruptedException {
        return list(new Group("v1", "PersistentVolumeClaim", namespace));
    }

    private Map<ObjectId, ObjectNode> list(Group group) throws InterruptedException {
        var found = new TreeMap<ObjectId, ObjectNode>();
        for (ObjectNode live : cluster.list(group.apiVersion(), group.kind(), group.namespace(), selector)) {
            String name = live.path("metadata").path("name").asText();
            found.put(new ObjectId(group.apiVersion(), group.kind(), group.namespace(), name), live);
        }
        return found;
    }

    Map<ObjectId, Readiness> of(Collection<ObjectId> ids) throws InterruptedException {
        var verdicts = new HashMap<ObjectId, Readiness>();
        for (Group group : Group.of(ids)) {
            Around around = around(group.kind(), group.namespace());
            list(group).forEach((id, live) -> verdicts.put(id, ReadinessRules.of(cluster.typed(live), around)));
        }
        verdicts.keySet().retainAll(Set.copyOf(ids));
        ids.forEach(id -> verdicts.putIfAbsent(id, Readiness.progressing("is not there")));
        return verdicts;
    }

    private Around around(String kind, String namespace) throws InterruptedException {
        boolean pods = WITH_PODS.contains(kind);
        return new Around(
                pods ? list(Pod.class, "v1", namespace) : List.of(),
                kind.equals("Deployment") ? list(ReplicaSet.class, "apps/v1", namespace) : List.of(),
                kind.equals("PersistentVolumeClaim") ? list(StorageClass.class, "storage.k8s.io/v1", "") : List.of(),
                kind.equals("Ingress") ? list(IngressClass.class, "networking.k8s.io/v1", "") : List.of());
    }

    private <T extends HasMetadata> List<T> list(Class<T> type, String apiVersion, String namespace)
            throws InterruptedException {
        var objects = new ArrayList<T>();
        for (ObjectNode live : cluster.list(apiVersion, type.getSimpleName(), namespace, "")) {
            objects.add(type.cast(cluster.typed(live)));
        }
        return objects;
    }
}
