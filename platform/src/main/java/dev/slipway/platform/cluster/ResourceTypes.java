package dev.slipway.platform.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where the kinds are that the API server knows: asked once a group. */
final class ResourceTypes {
    private final Api api;
    private final Map<String, Map<String, Type>> known = new ConcurrentHashMap<>();

    /** @param base path of the group's version */
    record Type(String base, String plural, boolean namespaced) {
        String path(String namespace) {
            return base + (namespaced && !namespace.isEmpty() ? "/namespaces/" + namespace : "") + "/" + plural;
        }
    }

    ResourceTypes(Api api) {
        this.api = api;
    }

    /** Empty when the server does not know the kind, which may change once its definition is there. */
    Optional<Type> find(String apiVersion, String kind) throws InterruptedException {
        Map<String, Type> group = known.get(apiVersion);
        if (group == null || !group.containsKey(kind)) {
            group = ask(apiVersion);
            known.put(apiVersion, group);
        }
        return Optional.ofNullable(group.get(kind));
    }

    private Map<String, Type> ask(String apiVersion) throws InterruptedException {
        String base = apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
        var types = new ConcurrentHashMap<String, Type>();
        try {
            for (JsonNode resource : api.send("GET", base, null, null).path("resources")) {
                String plural = resource.path("name").asText();
                if (!plural.contains("/")) {
                    types.put(
                            resource.path("kind").asText(),
                            new Type(base, plural, resource.path("namespaced").asBoolean()));
                }
            }
        } catch (Refusal refusal) {
            if (!refusal.absent()) {
                throw refusal;
            }
        }
        return types;
    }
}
