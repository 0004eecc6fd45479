package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Around;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.readiness.ReadinessRules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at many objects with few requests: one list a kind and namespace, and one of what stands around them. */
final class Observation {
    static final Set<String> WITH_PODS = Set.of("Deployment", "StatefulSet", "DaemonSet");

    /** There are many pods, and what is wrong with one shows for much longer. */
    private static final Duration BETWEEN_PODS = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final String selector;
    private final Map<ObjectGroup, Long> lookedAround = new HashMap<>();
    private final Map<ObjectId, Readiness> verdictsAround = new HashMap<>();

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
        var pods = new HashMap<String, List<Pod>>();
        for (ObjectGroup group : ObjectGroup.of(ids)) {
            verdicts.putAll(of(group, Set.copyOf(ids), pods));
        }
        ids.forEach(id -> verdicts.putIfAbsent(id, Readiness.progressing("is not there")));
        return verdicts;
    }

    /** What stands around is asked for only when something is not ready by itself. */
    private Map<ObjectId, Readiness> of(ObjectGroup group, Set<ObjectId> ids, Map<String, List<Pod>> pods)
            throws InterruptedException {
        var verdicts = new HashMap<ObjectId, Readiness>();
        var open = new TreeMap<ObjectId, HasMetadata>();
        cluster.each(group, selector, live -> {
            ObjectId id = group.id(live);
            if (ids.contains(id)) {
                HasMetadata object = cluster.typed(live);
                Readiness verdict = ReadinessRules.of(object, Around.NOTHING);
                verdicts.put(id, verdict);
                if (!(verdict instanceof Readiness.Ready)) {
                    open.put(id, object);
                }
            }
        });
        if (!open.isEmpty() && !tooSoon(group)) {
            String namespace = group.namespace();
            if (WITH_PODS.contains(group.kind()) && !pods.containsKey(namespace)) {
                pods.put(namespace, cluster.list(Pod.class, "v1", namespace));
            }
            Around around = around(group, pods.getOrDefault(namespace, List.of()));
            open.forEach((id, object) -> verdictsAround.put(id, ReadinessRules.of(object, around)));
        }
        open.keySet().forEach(id -> verdicts.computeIfPresent(id, verdictsAround::getOrDefault));
        return verdicts;
    }

    /** Whether the last look at the pods is so fresh that its verdict about what is not ready stands; else this is the next. */
    private boolean tooSoon(ObjectGroup group) {
        long now = System.nanoTime();
        Long last = lookedAround.get(group);
        boolean soon = WITH_PODS.contains(group.kind()) && last != null && now - last < BETWEEN_PODS.toNanos();
        if (!soon) {
            lookedAround.put(group, now);
        }
        return soon;
    }

    private Around around(ObjectGroup group, List<Pod> pods) throws InterruptedException {
        String kind = group.kind();
        return new Around(
                WITH_PODS.contains(kind) ? pods : List.of(),
                kind.equals("Deployment") ? cluster.list(ReplicaSet.class, "apps/v1", group.namespace()) : List.of(),
                kind.equals("PersistentVolumeClaim")
                        ? cluster.list(StorageClass.class, "storage.k8s.io/v1", "")
                        : List.of(),
                kind.equals("Ingress") ? cluster.list(IngressClass.class, "networking.k8s.io/v1", "") : List.of());
    }
}
