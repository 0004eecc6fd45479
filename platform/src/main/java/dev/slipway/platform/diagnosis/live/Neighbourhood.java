package dev.slipway.platform.diagnosis.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.readiness.Around;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;

/** Everything of a namespace that may show why something in it is not ready. */
record Neighbourhood(Around around, List<PersistentVolumeClaim> claims, List<Event> events) {
    /** @param namespace empty for objects without one, which have no pods */
    static Neighbourhood of(Cluster cluster, String namespace) throws InterruptedException {
        boolean none = namespace.isEmpty();
        var around = new Around(
                none ? List.of() : list(cluster, Pod.class, "v1", namespace),
                none ? List.of() : list(cluster, ReplicaSet.class, "apps/v1", namespace),
                list(cluster, StorageClass.class, "storage.k8s.io/v1", ""),
                list(cluster, IngressClass.class, "networking.k8s.io/v1", ""));
        return new Neighbourhood(
                around,
                none ? List.of() : list(cluster, PersistentVolumeClaim.class, "v1", namespace),
                none ? List.of() : list(cluster, Event.class, "v1", namespace));
    }

    private static <T extends HasMetadata> List<T> list(
            Cluster cluster, Class<T> type, String apiVersion, String namespace) throws InterruptedException {
        var objects = new ArrayList<T>();
        for (ObjectNode live : cluster.list(apiVersion, type.getSimpleName(), namespace, "")) {
            objects.add(type.cast(cluster.typed(live)));
        }
        return objects;
    }
}
