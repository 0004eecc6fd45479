package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;

/**
 * Objects outside of the environment's namespace that somebody else has made under the same name: an ingress class, a
 * provisioner. Whoever took them over would change, and some day delete, what others stand on.
 */
final class Foreign {
    private Foreign() {}

    /**
     * Lets pass what is ours, and all that is in the environment's namespace, where the server itself tells who owns which field.
     *
     * @throws UserError when the object is somebody else's
     */
    static void refuse(ObjectId id, ObjectNode live, Manifests manifests) {
        String environment = Ownership.environment(live);
        String home = Ownership.otherHome(live, manifests);
        if (Ownership.ours(live, manifests) || Ownership.within(id, manifests)) {
            return;
        }
        throw new UserError(
                id + " is there already and not ours: it belongs to "
                        + owner(live.path("metadata"), environment)
                        + (home.isEmpty() ? "" : " in the namespace " + home),
                "use the cluster's own and leave out of the description what makes another, or remove the other one",
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
