package dev.slipway.platform.smoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls the stack through its gateway; a call is given up after ten seconds. */
public final class Api {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String base;

    /** @param base scheme, host and port, perhaps a path; with or without a slash at its end */
    public Api(URI base) {
        this.base = base.toString().replaceAll("/+$", "");
    }

    public Answer get(String path, @Nullable String token) throws IOException, InterruptedException {
        return call("GET", path, null, token);
    }

    public Answer post(String path, Map<String, ?> body, @Nullable String token)
            throws IOException, InterruptedException {
        return call("POST", path, body, token);
    }

    public Answer put(String path, Map<String, ?> body, @Nullable String token)
            throws IOException, InterruptedException {
        return call("PUT", path, body, token);
    }

    Answer delete(String path, @Nullable String token) throws IOException, InterruptedException {
        return call("DELETE", path, null, token);
    }

    private Answer call(String method, String path, @Nullable Map<String, ?> body, @Nullable String token)
            throws IOException, InterruptedException {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ANSWER)
                .method(method, publisher)
                .header("Accept", "application/json, application/problem+json");
        if (body != null) {
            request.header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(method + " " + path, response.statusCode(), type, json(response.body()));
    }

    private static JsonNode json(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
