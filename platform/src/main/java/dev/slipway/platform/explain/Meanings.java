package dev.slipway.platform.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What keys mean, as the schema for editors says it. */
public final class Meanings {
    private final JsonNode root;

    private Meanings(JsonNode root) {
        this.root = root;
    }

    /** @param schema the text of {@code deploy/schema/platform.schema.json} */
    public static Meanings of(String schema) {
        try {
            return new Meanings(JsonMapper.builder().build().readTree(schema));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is no JSON", e);
        }
    }

    JsonNode document() {
        return root;
    }

    /** The schema of a key of a mapping, whether it is one of named or of free keys. */
    JsonNode key(JsonNode mapping, String name) {
        JsonNode type = resolved(mapping);
        JsonNode named = type.path("properties").path(name);
        return named.isMissingNode() ? type.path("additionalProperties") : named;
    }

    JsonNode item(JsonNode list) {
        return resolved(list).path("items");
    }

    /** The sentence of the key itself, or that of its type. */
    String sentence(JsonNode schema) {
        String own = schema.path("description").asText();
        return own.isEmpty() ? resolved(schema).path("description").asText() : own;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("allOf").path(0).path("$ref");
        String name = (reference.isMissingNode() ? schema.path("$ref") : reference).asText();
        return name.isEmpty() ? schema : root.path("definitions").path(name.substring(name.lastIndexOf('/') + 1));
    }
}
