package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.readiness.Around;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands around objects that are not ready by themselves, as it is now; asked for once. */
final class Bystanders {
    static final Set<String> WITH_PODS = Set.of("Deployment", "StatefulSet", "DaemonSet");
    private final Cluster cluster;
    private final Map<String, List<Pod>> pods = new HashMap<>();

    Bystanders(Cluster cluster) {
        this.cluster = cluster;
    }

    Around of(ObjectGroup group) throws InterruptedException {
        String kind = group.kind();
        return new Around(
                WITH_PODS.contains(kind) ? pods(group.namespace()) : List.of(),
                kind.equals("Deployment") ? cluster.list(ReplicaSet.class, "apps/v1", group.namespace()) : List.of(),
                cluster.lists(Around.typesFor(kind), group.namespace()));
    }

    private List<Pod> pods(String namespace) throws InterruptedException {
        List<Pod> known = pods.get(namespace);
        if (known == null) {
            known = cluster.list(Pod.class, "v1", namespace);
            pods.put(namespace, known);
        }
        return known;
    }
}
