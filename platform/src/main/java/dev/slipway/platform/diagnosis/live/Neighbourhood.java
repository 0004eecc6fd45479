package dev.slipway.platform.diagnosis.live;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.readiness.Around;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything of a namespace that may show why something in it is not ready. */
record Neighbourhood(Around around, List<PersistentVolumeClaim> claims, List<Event> events) {
    /**
     * Asks for nothing that no described object has a use for: whoever may apply an environment may not see more.
     *
     * @param namespace empty for objects without one, which have no pods
     * @param kinds of all that is described
     */
    static Neighbourhood of(Cluster cluster, String namespace, Set<String> kinds) throws InterruptedException {
        boolean none = namespace.isEmpty();
        boolean claims = kinds.contains("PersistentVolumeClaim") || kinds.contains("StatefulSet");
        var around = new Around(
                none ? List.of() : cluster.list(Pod.class, "v1", namespace),
                none ? List.of() : cluster.list(ReplicaSet.class, "apps/v1", namespace),
                cluster.lists(types(kinds, claims), namespace));
        return new Neighbourhood(
                around,
                none || !claims ? List.of() : cluster.list(PersistentVolumeClaim.class, "v1", namespace),
                none ? List.of() : cluster.list(Event.class, "v1", namespace));
    }

    private static Set<Class<? extends HasMetadata>> types(Set<String> kinds, boolean claims) {
        var types = new HashSet<Class<? extends HasMetadata>>();
        kinds.forEach(kind -> types.addAll(Around.typesFor(kind)));
        if (claims) {
            types.addAll(Around.typesFor("PersistentVolumeClaim"));
        }
        return types;
    }
}
