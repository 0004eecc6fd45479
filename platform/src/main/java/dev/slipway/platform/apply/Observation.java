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

    Map<ObjectId, Readiness> of(Collection<ObjectId> ids) throws InterruptedException {
        record Group(String apiVersion, String kind, String namespace) {}
        Map<Group, List<ObjectId>> groups = ids.stream()
                .collect(Collectors.groupingBy(id -> new Group(id.apiVersion(), id.kind(), id.namespace())));
        var verdicts = new HashMap<ObjectId, Readiness>();
        for (var group : groups.keySet()) {
            Around around = around(group.kind(), group.namespace());
            for (ObjectNode live : cluster.list(group.apiVersion(), group.kind(), group.namespace(), selector)) {
                HasMetadata object = cluster.typed(live);
                verdicts.put(ObjectId.of(object), ReadinessRules.of(object, around));
            }
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
