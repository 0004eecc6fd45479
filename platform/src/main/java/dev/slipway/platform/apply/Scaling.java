package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the number of pods to an autoscaler once there is one, described or made by somebody else. A number that was
 * ours is held until the autoscaler first writes its own: to let it go would set it back to one.
 */
final class Scaling {
    private static final Set<String> SCALABLE = Set.of("Deployment", "StatefulSet");
    private static final String REPLICAS = "replicas";
    private final Cluster cluster;
    private final Manifests manifests;
    private @Nullable Set<String> scaled;

    Scaling(Cluster cluster, Manifests manifests) {
        this.cluster = cluster;
        this.manifests = manifests;
    }

    /** Sets the number of pods as it is to be applied now. */
    ObjectNode fit(ObjectNode object) throws InterruptedException {
        return isScaled(object) ? fit(object, cluster.get(ObjectId.of(object))) : object;
    }

    private boolean isScaled(ObjectNode object) throws InterruptedException {
        ObjectId id = ObjectId.of(object);
        return SCALABLE.contains(id.kind()) && targets().contains(id.kind() + "/" + id.name());
    }

    /** The same for an object that the cluster has so. */
    ObjectNode fit(ObjectNode object, Optional<ObjectNode> live) throws InterruptedException {
        if (isScaled(object)) {
            Integer replicas = held(live);
            ObjectNode spec = object.withObject("/spec");
            if (replicas == null) {
                spec.remove(REPLICAS);
            } else {
                spec.put(REPLICAS, replicas);
            }
        }
        return object;
    }

    private synchronized Set<String> targets() throws InterruptedException {
        Set<String> known = scaled;
        if (known == null) {
            known = new HashSet<>();
            for (ObjectNode live :
                    cluster.list("autoscaling/v2", "HorizontalPodAutoscaler", manifests.namespace(), "")) {
                known.add(target(live));
            }
            for (Manifest manifest : manifests.manifests()) {
                if (manifest.object() instanceof HorizontalPodAutoscaler scaler) {
                    known.add(target(cluster.tree(scaler)));
                }
            }
            scaled = known;
        }
        return known;
    }

    private static String target(ObjectNode scaler) {
        JsonNode target = scaler.path("spec").path("scaleTargetRef");
        return target.path("kind").asText() + "/" + target.path("name").asText();
    }

    /** The number that the cluster has, when it is ours; else null. */
    static @Nullable Integer held(Optional<ObjectNode> live) {
        if (live.isEmpty()) {
            return null;
        }
        for (JsonNode entry : live.get().path("metadata").path("managedFields")) {
            if (entry.path("manager").asText().equals(Cluster.MANAGER)
                    && entry.path("operation").asText().equals("Apply")
                    && entry.path("fieldsV1").path("f:spec").has("f:replicas")) {
                return live.get().path("spec").path(REPLICAS).asInt();
            }
        }
        return null;
    }
}
