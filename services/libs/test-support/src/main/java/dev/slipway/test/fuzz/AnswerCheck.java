package dev.slipway.test.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds an answer against what the document promises: no 5xx, a documented status, a body that fits its schema. */
final class AnswerCheck {
    private static final String LOCATION = "https://slipway.dev/openapi.json";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private final JsonNode document;
    private final JsonSchemaFactory factory;

    AnswerCheck(JsonNode document) {
        this.document = document;
        this.factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, document.toString()))));
    }

    /** Empty when all is well, else what is wrong. */
    Optional<String> fault(Operation operation, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            return Optional.of("status " + answer.statusCode());
        }
        String response = response(operation, answer.statusCode());
        if (document.at(response).isMissingNode()) {
            return Optional.of("undocumented status " + answer.statusCode());
        }
        JsonNode content = document.at(response + "/content");
        if (answer.body().isEmpty()) {
            boolean refusal = answer.statusCode() >= 400;
            return refusal ? Optional.of("a refusal without a problem body") : missing(content, answer.statusCode());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        String documented = content.has(type) ? type : "*/*";
        if (!content.has(documented)) {
            return Optional.of("undocumented media type '" + type + "' of status " + answer.statusCode());
        }
        return type.endsWith("json")
                ? mismatch(response + "/content/" + documented.replace("/", "~1") + "/schema", answer.body())
                : Optional.empty();
    }

    /** The default stands for refusals alone: what else may come is to be told. */
    private String response(Operation operation, int status) {
        String responses = operation.pointer() + "/responses/";
        boolean told = !document.at(responses + status).isMissingNode();
        return responses + (told || status < 400 ? Integer.toString(status) : "default");
    }

    private static Optional<String> missing(JsonNode content, int status) {
        return content.isEmpty() ? Optional.empty() : Optional.of("no body with status " + status);
    }

    private Optional<String> mismatch(String pointer, String body) {
        try {
            JsonSchema schema =
                    schemas.computeIfAbsent(pointer, at -> factory.getSchema(SchemaLocation.of(LOCATION + "#" + at)));
            String faults = schema.validate(json.readTree(body)).stream()
                    .map(ValidationMessage::getMessage)
                    .collect(Collectors.joining("; "));
            return faults.isEmpty() ? Optional.empty() : Optional.of("the answer does not fit its schema: " + faults);
        } catch (JsonProcessingException notJson) {
            return Optional.of("the answer is not JSON");
        }
    }
}
