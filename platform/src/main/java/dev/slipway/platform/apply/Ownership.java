package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The labels by which an object shows whose it is. */
final class Ownership {
    static final String ENVIRONMENT = "slipway.dev/environment";

    private Ownership() {}

    static Map<String, String> labels(Manifests manifests) {
        return Map.of("app.kubernetes.io/managed-by", Cluster.MANAGER, ENVIRONMENT, manifests.environment());
    }

    /** Puts the labels on; what the description says stays. */
    static HasMetadata mark(HasMetadata object, Manifests manifests) {
        var labels = new HashMap<>(labels(manifests));
        labels.putAll(Objects.requireNonNullElse(object.getMetadata().getLabels(), Map.of()));
        labels.put(ENVIRONMENT, manifests.environment());
        object.getMetadata().setLabels(labels);
        return object;
    }
}
