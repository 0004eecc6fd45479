package dev.slipway.platform.diagnosis.object;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import org.jspecify.annotations.Nullable;

/** How many pods a controller is to have, and has. */
final class Replicas {
    private Replicas() {}

    static int wanted(HasMetadata owner) {
        if (owner instanceof ReplicaSet set) {
            return number(set.getSpec().getReplicas());
        }
        return owner instanceof StatefulSet set ? number(set.getSpec().getReplicas()) : 0;
    }

    static int there(HasMetadata owner) {
        if (owner instanceof ReplicaSet set) {
            return set.getStatus() == null ? 0 : number(set.getStatus().getReplicas());
        }
        return owner instanceof StatefulSet set && set.getStatus() != null
                ? number(set.getStatus().getReplicas())
                : 0;
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
