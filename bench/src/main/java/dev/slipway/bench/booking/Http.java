package dev.slipway.bench.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls of one server, any number of them at once; a call is given up after 60 seconds. */
final class Http {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String base;

    Http(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** @param body missing when there was none, or it was no JSON */
    record Reply(int status, JsonNode body) {
        /** The status, and the problem's word where there is one: how this call is counted. */
        String word() {
            String code = body.path("code").asText("");
            return code.isEmpty() ? Integer.toString(status) : status + " " + code;
        }

        String text(String field) {
            return body.path(field).asText("");
        }
    }

    /** Fails when no answer comes. */
    CompletableFuture<Reply> call(String method, String path, @Nullable Map<String, ?> body, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(text(body)))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(answer -> new Reply(answer.statusCode(), json(answer.body())));
    }

    /** Waits for the answer and takes only that status. */
    Reply expect(int status, String method, String path, @Nullable Map<String, ?> body, @Nullable String token)
            throws IOException {
        Reply reply = call(method, path, body, token).join();
        if (reply.status() != status) {
            throw new IOException(method + " " + path + " answered " + reply.word());
        }
        return reply;
    }

    private static String text(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
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
