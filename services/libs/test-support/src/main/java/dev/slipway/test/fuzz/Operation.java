package dev.slipway.test.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One call of an OpenAPI document. */
record Operation(String method, String path, JsonNode definition) {
    static List<Operation> all(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                operations.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
            }
        }
        return operations;
    }

    /** Pointer of this operation inside the document. */
    String pointer() {
        return "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT);
    }

    /** Path and query with made-up parameters. */
    String target(Values values) {
        String filled = path;
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : definition.path("parameters")) {
            String name = parameter.path("name").asText();
            String text = encode(values.parameter(parameter.path("schema")));
            if (parameter.path("in").asText().equals("path")) {
                // An empty segment would be another path.
                filled = filled.replace("{" + name + "}", text.isEmpty() ? "x" : text);
            } else if (parameter.path("in").asText().equals("query")) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(encode(name))
                        .append('=')
                        .append(text);
            }
        }
        return filled + query;
    }

    /** Schema of a JSON body; null when the call takes none. */
    @Nullable
    JsonNode bodySchema() {
        JsonNode schema = definition.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? null : schema;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
