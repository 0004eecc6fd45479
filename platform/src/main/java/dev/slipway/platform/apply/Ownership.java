package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.util.Map;

/** The labels by which an object shows whose it is. */
final class Ownership {
    static final String ENVIRONMENT = Cluster.ENVIRONMENT;

    /** On what lies outside of the environment's namespace: the namespace whose apply made it. */
    private static final String HOME = "slipway.dev/namespace";

    private Ownership() {}

    static Map<String, String> labels(Manifests manifests) {
        return Map.of("app.kubernetes.io/managed-by", Cluster.MANAGER, ENVIRONMENT, manifests.environment());
    }

    static ObjectId namespace(Manifests manifests) {
        return new ObjectId("v1", "Namespace", "", manifests.namespace());
    }

    /** Puts the labels on, also on the claims that a StatefulSet will make; what the description says stays. */
    static ObjectNode mark(ObjectNode object, Manifests manifests) {
        label(object, manifests);
        if (!within(ObjectId.of(object), manifests)) {
            object.withObject("/metadata/annotations").put(HOME, manifests.namespace());
        }
        for (JsonNode claim : object.path("spec").path("volumeClaimTemplates")) {
            label(claim, manifests);
        }
        return object;
    }

    private static void label(JsonNode object, Manifests manifests) {
        ObjectNode labels = object.withObject("/metadata/labels");
        labels(manifests).forEach((label, value) -> {
            if (!labels.has(label) || label.equals(ENVIRONMENT)) {
                labels.put(label, value);
            }
        });
    }

    static boolean within(ObjectId id, Manifests manifests) {
        return id.namespace().equals(manifests.namespace()) || id.equals(namespace(manifests));
    }

    /** The other namespace for which the same environment has made an object; empty when it is ours, or says nothing. */
    static String otherHome(ObjectNode live, Manifests manifests) {
        String home = live.path("metadata").path("annotations").path(HOME).asText();
        return home.equals(manifests.namespace()) ? "" : home;
    }

    /** The environment that an object says it belongs to; empty when it says none. */
    static String environment(ObjectNode live) {
        return live.path("metadata").path("labels").path(ENVIRONMENT).asText();
    }

    /** Whether this environment, applied to this namespace, has made it. */
    static boolean ours(ObjectNode live, Manifests manifests) {
        return environment(live).equals(manifests.environment())
                && otherHome(live, manifests).isEmpty();
    }

    /** @throws UserError when the object is being deleted: whoever writes to it now loses that with it */
    static void requireStaying(ObjectId id, ObjectNode live) {
        if (isBeingDeleted(live)) {
            throw new UserError(
                    id + " is being deleted", "wait until it is gone, then run this again", ExitCode.REFUSED);
        }
    }

    static boolean isBeingDeleted(ObjectNode live) {
        return live.path("metadata").has("deletionTimestamp");
    }
}
