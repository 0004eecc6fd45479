package dev.slipway.test.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls every operation of a service's OpenAPI document with made-up input and holds each answer against the document.
 * The same seed makes the same calls.
 */
public final class OpenApiFuzzer {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI base;
    private final Map<String, String> headers;

    /** @param headers sent with every call, such as an identity that opens what needs one */
    public OpenApiFuzzer(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /**
     * What a run found.
     *
     * @param calls number of calls per operation
     * @param successes number of 2xx answers per operation: an operation without any was only ever refused
     * @param faults each with the call that shows it again
     */
    public record Report(Map<String, Integer> calls, Map<String, Integer> successes, List<String> faults) {}

    /** @param rounds calls per operation */
    public Report run(long seed, int rounds) throws IOException, InterruptedException {
        JsonNode document = json.readTree(send("GET", "/v3/api-docs", null).body());
        Values values = new Values(document, new Random(seed));
        AnswerCheck check = new AnswerCheck(document);
        Map<String, Integer> calls = new TreeMap<>();
        Map<String, Integer> successes = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Operation operation : Operation.all(document)) {
            for (int round = 0; round < rounds; round++) {
                String target = operation.target(values);
                JsonNode schema = operation.bodySchema();
                String body = schema == null ? null : values.value(schema).toString();
                HttpResponse<String> answer = send(operation.method(), target, body);
                calls.merge(operation.toString(), 1, Integer::sum);
                successes.merge(operation.toString(), answer.statusCode() < 300 ? 1 : 0, Integer::sum);
                check.fault(operation, answer)
                        .ifPresent(fault -> faults.add("%s %s %s → %s%n  %s"
                                .formatted(operation.method(), target, body, fault, excerpt(answer.body()))));
            }
        }
        return new Report(calls, successes, faults);
    }

    private HttpResponse<String> send(String method, String target, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + target)).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String excerpt(String body) {
        return body.length() > 500 ? body.substring(0, 500) + "…" : body;
    }
}
