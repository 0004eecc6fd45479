package dev.slipway.platform.cluster;

import java.util.Map;
import java.util.Optional;

/** Asks the server what whoever is signed in may do. */
record AccessReview(Api api, ResourceTypes types) {
    private static final String ALL = "*";

    boolean may(String verb, ObjectGroup objects) throws InterruptedException {
        boolean all = objects.kind().equals(ALL);
        Optional<ResourceTypes.Type> type = all ? Optional.empty() : types.find(objects.apiVersion(), objects.kind());
        var attributes = Map.of(
                "verb",
                verb,
                "group",
                all ? ALL : group(objects.apiVersion()),
                "resource",
                type.map(ResourceTypes.Type::plural).orElse(ALL),
                "namespace",
                type.filter(found -> !found.namespaced()).isPresent() ? "" : objects.namespace());
        var review = Map.of(
                "apiVersion", "authorization.k8s.io/v1",
                "kind", "SelfSubjectAccessReview",
                "spec", Map.of("resourceAttributes", attributes));
        return api.send("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", "application/json", review)
                .path("status")
                .path("allowed")
                .asBoolean();
    }

    private static String group(String apiVersion) {
        return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }
}
