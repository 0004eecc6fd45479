package dev.slipway.test.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.test.fuzz.Operation.Parameter;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns drafts into requests. */
final class Calls {
    private static final String BOUNDARY = "fuzz-9d2b";

    /** Escapes, because half a surrogate pair can't be sent in UTF-8. */
    private final JsonMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** @param common headers of every call; those of the draft go before */
    Call call(Operation operation, Draft draft, Map<String, String> common) {
        Map<String, String> headers = new HashMap<>(common);
        byte[] body = body(operation, draft, headers);
        String target = target(operation, draft, headers);
        headers.putAll(draft.headers);
        return new Call(operation.method(), target, headers, body);
    }

    private String target(Operation operation, Draft draft, Map<String, String> headers) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (Parameter parameter : operation.parameters()) {
            String text = draft.parameters.get(parameter.name());
            String sent = draft.pieces.getOrDefault(parameter.name(), encode(text == null ? "" : text));
            boolean absent = text == null && !draft.pieces.containsKey(parameter.name());
            switch (parameter.in()) {
                // An empty segment would be another path.
                case "path" -> path = path.replace("{" + parameter.name() + "}", sent.isEmpty() ? "x" : sent);
                case "query" -> query.append(absent ? "" : "&" + encode(parameter.name()) + "=" + sent);
                case "header" -> {
                    if (text != null) {
                        headers.put(parameter.name(), sendable(text));
                    }
                }
                default -> {}
            }
        }
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }

    private byte @Nullable [] body(Operation operation, Draft draft, Map<String, String> headers) {
        if (operation.multipartSchema() != null) {
            headers.put("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
            return draft.raw != null ? draft.raw : multipart(draft.parts);
        }
        if (operation.bodySchema() == null) {
            return null;
        }
        headers.put("Content-Type", "application/json");
        return draft.raw != null ? draft.raw : draft.json == null ? new byte[0] : bytes(draft.json);
    }

    private byte[] bytes(JsonNode node) {
        try {
            return json.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] multipart(Map<String, byte[]> parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach((name, content) -> {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                            + "\"; filename=\"fuzz\"\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What the client lets through in a header. */
    private static String sendable(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
