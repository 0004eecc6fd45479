package dev.slipway.platform.diagnosis.live;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.readiness.Around;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;

/** Everything of a namespace that may show why something in it is not ready. */
record Neighbourhood(Around around, List<PersistentVolumeClaim> claims, List<Event> events) {
    /** @param namespace empty for objects without one, which have no pods */
    static Neighbourhood of(Cluster cluster, String namespace) throws InterruptedException {
        boolean none = namespace.isEmpty();
        var around = new Around(
                none ? List.of() : cluster.list(Pod.class, "v1", namespace),
                none ? List.of() : cluster.list(ReplicaSet.class, "apps/v1", namespace),
                cluster.list(StorageClass.class, "storage.k8s.io/v1", ""),
                cluster.list(IngressClass.class, "networking.k8s.io/v1", ""));
        return new Neighbourhood(
                around,
                none ? List.of() : cluster.list(PersistentVolumeClaim.class, "v1", namespace),
                none ? List.of() : cluster.list(Event.class, "v1", namespace));
    }
}
