package dev.slipway.test.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call of an OpenAPI document. */
record Operation(String method, String path, JsonNode definition) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** A parameter that the document tells of; {@code in} is {@code path}, {@code query}, {@code header}, {@code cookie}. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    static List<Operation> all(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(
                            new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
                }
            }
        }
        return operations;
    }

    /** Pointer of this operation inside the document. */
    String pointer() {
        return "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT);
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode parameter : definition.path("parameters")) {
            parameters.add(new Parameter(
                    parameter.path("name").asText(),
                    parameter.path("in").asText(),
                    parameter.path("required").asBoolean(),
                    parameter.path("schema")));
        }
        return parameters;
    }

    /** Schema of a JSON body; null when the call takes none. */
    @Nullable
    JsonNode bodySchema() {
        return schema("application~1json");
    }

    /** Schema of a multipart body; null when the call takes none. */
    @Nullable
    JsonNode multipartSchema() {
        return schema("multipart~1form-data");
    }

    private @Nullable JsonNode schema(String mediaType) {
        JsonNode schema = definition.at("/requestBody/content/" + mediaType + "/schema");
        return schema.isMissingNode() ? null : schema;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
