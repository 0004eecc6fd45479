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
        String responses = operation.pointer() + "/responses/";
        String documented = responses + answer.statusCode();
        String response = document.at(documented).isMissingNode() ? responses + "default" : documented;
        if (document.at(response).isMissingNode()) {
            return Optional.of("undocumented status " + answer.statusCode());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        if (answer.body().isEmpty() || !type.endsWith("json")) {
            return answer.statusCode() >= 400 ? Optional.of("a refusal without a problem body") : Optional.empty();
        }
        String media = response + "/content/" + type.replace("/", "~1");
        String any = response + "/content/*~1*";
        String content = document.at(media).isMissingNode() ? any : media;
        if (document.at(content).isMissingNode()) {
            return Optional.of("undocumented media type " + type + " of status " + answer.statusCode());
        }
        return mismatch(content + "/schema", answer.body());
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
