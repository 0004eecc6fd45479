package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;

/**
 * Objects that somebody else has made under the same name: an ingress class, a provisioner. Whoever took them over would
 * change, and some day delete, what others stand on.
 */
final class Foreign {
    private Foreign() {}

    /**
     * Lets pass what is ours, and what no environment has in our namespace: there the server itself tells who owns which
     * field. Of environments it cannot tell, as all write under one name.
     *
     * @throws UserError when the object is somebody else's
     */
    static void refuse(ObjectId id, ObjectNode live, Manifests manifests) {
        String environment = Ownership.environment(live);
        String home = Ownership.otherHome(live, manifests);
        boolean within = Ownership.within(id, manifests);
        boolean ours = environment.equals(manifests.environment()) && (within || home.isEmpty());
        if (ours || (within && environment.isEmpty())) {
            return;
        }
        throw new UserError(
                id + " is there already and not ours: it belongs to "
                        + owner(live.path("metadata"), environment)
                        + (home.isEmpty() ? "" : " in the namespace " + home),
                within
                        ? "a namespace is for one environment: name another one by namespace.name or -n, or remove the other"
                                + " environment and its namespace"
                        : "use the cluster's own and leave out of the description what makes another, or remove the other"
                                + " one",
                ExitCode.REFUSED);
    }

    private static String owner(JsonNode metadata, String environment) {
        if (!environment.isEmpty()) {
            return "the environment " + environment;
        }
        String manager =
                metadata.path("labels").path("app.kubernetes.io/managed-by").asText();
        return manager.isEmpty()
                ? metadata.path("managedFields").path(0).path("manager").asText("somebody")
                : manager;
    }
}
