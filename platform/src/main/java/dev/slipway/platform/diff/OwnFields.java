package dev.slipway.platform.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Tells without asking the server whether an apply would change nothing: when exactly the described fields are ours, and
 * have the described values. In doubt, as when the server writes a value in another way, the answer is no.
 */
public final class OwnFields {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ITSELF = ".";
    private static final Set<String> ZEROS = Set.of("", "false", "0");
    private static final String CLAIM = "PersistentVolumeClaim";
    private static final String VOLUME_MODE = "volumeMode";

    private OwnFields() {}

    /** @param manager under whose name the description is applied */
    public static boolean areAsDescribed(ObjectNode live, ObjectNode described, String manager) {
        ObjectNode fields = described.deepCopy();
        fields.remove(List.of("apiVersion", "kind", "status"));
        if (fields.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("name", "namespace"));
        }
        return StreamSupport.stream(live.path("metadata").path("managedFields").spliterator(), false)
                .filter(entry -> entry.path("manager").asText().equals(manager)
                        && entry.path("operation").asText().equals("Apply")
                        && !entry.has("subresource"))
                .anyMatch(entry -> same(entry.path("fieldsV1"), fields, live));
    }

    /** @param owned the part of {@code fieldsV1} that belongs to the two others */
    private static boolean same(JsonNode owned, JsonNode described, JsonNode live) {
        if (owned.isEmpty()) {
            return sameWhole(described, live);
        }
        int children = owned.size() - (owned.has(ITSELF) ? 1 : 0);
        return children == described.size()
                && owned.properties().stream()
                        .allMatch(child -> child.getKey().equals(ITSELF) || sameChild(child, described, live));
    }

    /** The server leaves out what is zero, and fills up what is empty and the templates of claims. */
    private static boolean sameWhole(JsonNode described, JsonNode live) {
        if (live.isMissingNode()) {
            return described.isValueNode() && ZEROS.contains(described.asText());
        }
        boolean filled = described.isObject() && described.isEmpty() && live.isObject();
        return filled || described.equals(live) || (live.isArray() && described.equals(withoutDefaults(live)));
    }

    private static JsonNode withoutDefaults(JsonNode list) {
        JsonNode copy = list.deepCopy();
        for (JsonNode element : copy) {
            if (element instanceof ObjectNode claim
                    && element.path("kind").asText().equals(CLAIM)) {
                claim.remove("status");
                if (claim.path("spec") instanceof ObjectNode spec
                        && spec.path(VOLUME_MODE).asText().equals("Filesystem")) {
                    spec.remove(VOLUME_MODE);
                }
            }
        }
        return copy;
    }

    private static boolean sameChild(Map.Entry<String, JsonNode> owned, JsonNode described, JsonNode live) {
        String name = owned.getKey().substring(2);
        return switch (owned.getKey().substring(0, 2)) {
            case "f:" -> described.has(name) && same(owned.getValue(), described.path(name), live.path(name));
            case "k:" -> same(owned.getValue(), element(described, read(name)), element(live, read(name)));
            case "v:" -> contains(described, read(name)) && contains(live, read(name));
            default -> false;
        };
    }

    /** That which has these keys, or leaves out one of them that has a default. */
    private static JsonNode element(JsonNode list, JsonNode keys) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> keys.properties().stream()
                        .allMatch(
                                key -> element.path(key.getKey()).equals(key.getValue()) || !element.has(key.getKey())))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(value::equals);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
