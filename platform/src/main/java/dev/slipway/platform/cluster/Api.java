package dev.slipway.platform.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the API server. One without an answer, or with one that says "later", is sent again, with growing pauses,
 * until {@link #PATIENCE} is over, or a quarter of it while nobody has answered yet; so all of them are such that the
 * second does not matter.
 */
final class Api {
    static final Duration TIMEOUT = Duration.ofSeconds(10);
    static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final String ANY = "*/*";
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    /** One for all: each learns hundreds of kinds, and the form of each object that passes. */
    static final KubernetesSerialization OBJECTS = new KubernetesSerialization();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI server;
    private final RandomGenerator random;
    private final Consumer<String> requests;
    private final Duration patience;
    private volatile boolean answered;
    private volatile boolean lost;

    Api(HttpClient http, URI server, RandomGenerator random, Consumer<String> requests) {
        this(http, server, random, requests, PATIENCE);
    }

    Api(HttpClient http, URI server, RandomGenerator random, Consumer<String> requests, Duration patience) {
        this.http = http;
        this.server = server;
        this.random = random;
        this.requests = requests;
        this.patience = patience;
    }

    /**
     * Sends one request.
     *
     * @param path with its query
     * @param type content type of the body
     * @throws Refusal when the server does not do it
     * @throws UserError when there is no answer
     */
    JsonNode send(String method, String path, @Nullable String type, @Nullable Object body)
            throws InterruptedException {
        return read(exchange(method, path, type, body).body());
    }

    /** Reads something in a form that only some servers know; the others answer in their usual one. */
    JsonNode get(String path, String form) throws InterruptedException {
        return read(exchange("GET", path, null, null, form).body());
    }

    /** Like {@link #send}, for those who want more than what is in the body, or one that is not JSON. */
    HttpResponse<String> exchange(String method, String path, @Nullable String type, @Nullable Object body)
            throws InterruptedException {
        return exchange(method, path, type, body, ANY);
    }

    private HttpResponse<String> exchange(
            String method, String path, @Nullable String type, @Nullable Object body, String form)
            throws InterruptedException {
        long end = System.nanoTime() + patience().toNanos();
        for (int attempt = 0; ; attempt++) {
            try {
                HttpResponse<String> response = told(method, path, type, body == null ? null : text(body), form);
                answered = true;
                lost = false;
                if (HttpResponse.isSuccessful(response.code())) {
                    return response;
                }
                if (!LATER.contains(response.code()) || System.nanoTime() > end) {
                    throw Refusals.read(response.code(), read(response.body()));
                }
            } catch (ExecutionException | TimeoutException e) {
                var unreachable = new Unreachable(server, e);
                if (System.nanoTime() > end || unreachable.inVain(answered)) {
                    lost = true; // what is still to be tidied up is tried once
                    throw unreachable.error();
                }
            }
            TimeUnit.MILLISECONDS.sleep(pause(attempt));
        }
    }

    /** One that has never answered is more often another than one that is away for a moment. */
    private Duration patience() {
        if (lost) {
            return Duration.ZERO;
        }
        return answered ? patience : patience.dividedBy(4);
    }

    private HttpResponse<String> told(
            String method, String path, @Nullable String type, @Nullable String body, String form)
            throws InterruptedException, ExecutionException, TimeoutException {
        long began = System.nanoTime();
        String outcome = "no answer";
        try {
            HttpResponse<String> response = once(method, path, type, body, form);
            outcome = Integer.toString(response.code());
            return response;
        } finally {
            tell(method, path, outcome, began);
        }
    }

    private void tell(String method, String path, String outcome, long began) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        requests.accept(method + " " + path + ": " + outcome + " in " + millis + " ms");
    }

    private HttpResponse<String> once(
            String method, String path, @Nullable String type, @Nullable String body, String form)
            throws InterruptedException, ExecutionException, TimeoutException {
        HttpRequest request = request(method, path, type, body, form)
                .timeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .build();
        return http.sendAsync(request, String.class).get(TIMEOUT.toMillis() + 1000, TimeUnit.MILLISECONDS);
    }

    private HttpRequest.Builder request(
            String method, String path, @Nullable String type, @Nullable String body, String form) {
        return http.newHttpRequestBuilder()
                .uri(server.resolve(path))
                .header("Accept", form)
                .method(method, type, body);
    }

    /**
     * Asks for something that is told bit by bit, and is sent once. Nothing but whoever reads it ends it when the server
     * says nothing more.
     *
     * @param reader asked from the threads of the client, as soon as the body of the answer is consumed
     * @return the answer when it begins, also a refusal; to be cancelled when it is no longer wanted
     */
    CompletableFuture<HttpResponse<AsyncBody>> stream(String path, AsyncBody.Consumer<List<ByteBuffer>> reader) {
        long began = System.nanoTime();
        var answer = http.consumeBytes(request("GET", path, null, null, ANY).build(), reader);
        var unused = answer.whenComplete((response, failure) ->
                tell("GET", path, response == null ? "no answer" : Integer.toString(response.code()), began));
        return answer;
    }

    /** How long to wait before the next attempt, in milliseconds: longer each time, up to a bound, and by chance. */
    long pause(int attempt) {
        long whole = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt, 10));
        return whole - random.nextLong(whole / 2);
    }

    /** As the client writes it: its times have a form of their own. */
    private static String text(Object body) {
        return OBJECTS.asJson(body);
    }

    /** What is kept of an object, which stays as it is: who owns which of its fields is half of it. */
    static ObjectNode withoutOwners(ObjectNode object) {
        ObjectNode kept = JSON.createObjectNode().setAll(object);
        if (object.get("metadata") instanceof ObjectNode metadata) {
            ObjectNode slim = JSON.createObjectNode().setAll(metadata);
            kept.set("metadata", slim.without("managedFields"));
        }
        return kept;
    }

    static JsonNode read(@Nullable String body) {
        try {
            return body == null || body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode().put("message", body);
        }
    }
}
