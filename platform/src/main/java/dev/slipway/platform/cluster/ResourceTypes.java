package dev.slipway.platform.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where the kinds are that the API server knows: asked once for all groups, or where a server cannot do that, once a group. */
final class ResourceTypes {
    private final Api api;
    private static final String ALL =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";
    private final Map<String, Map<String, Type>> known = new ConcurrentHashMap<>();
    private boolean asked;

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
        askForAll();
        Map<String, Type> group = known.get(apiVersion);
        if (group == null || !group.containsKey(kind)) {
            group = ask(apiVersion);
            known.put(apiVersion, group);
        }
        return Optional.ofNullable(group.get(kind));
    }

    private synchronized void askForAll() throws InterruptedException {
        if (!asked) {
            askForAll("/api");
            askForAll("/apis");
            asked = true;
        }
    }

    private void askForAll(String path) throws InterruptedException {
        try {
            for (JsonNode group : api.get(path, ALL).path("items")) {
                String name = group.path("metadata").path("name").asText();
                for (JsonNode version : group.path("versions")) {
                    String number = version.path("version").asText();
                    String apiVersion = name.isEmpty() ? number : name + "/" + number;
                    known.put(apiVersion, types(base(apiVersion), version.path("resources")));
                }
            }
        } catch (Refusal refusal) {
            known.clear(); // each is asked for when it is needed
        }
    }

    private static Map<String, Type> types(String base, JsonNode resources) {
        var types = new ConcurrentHashMap<String, Type>();
        for (JsonNode resource : resources) {
            types.put(
                    resource.path("responseKind").path("kind").asText(),
                    new Type(
                            base,
                            resource.path("resource").asText(),
                            resource.path("scope").asText().equals("Namespaced")));
        }
        return types;
    }

    private static String base(String apiVersion) {
        return apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
    }

    private Map<String, Type> ask(String apiVersion) throws InterruptedException {
        String base = base(apiVersion);
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
