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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls every operation of a service's OpenAPI document with made-up input and holds each answer against the document.
 * The same seed makes the same calls.
 *
 * <pre>{@code
 * Report report = new OpenApiFuzzer(service.uri(""))
 *         .header("X-Identity", () -> service.identity(Role.USER))
 *         .example("GET /api/things/{id}", () -> Example.call().with("id", service.createThing()))
 *         .example("POST /api/things", () -> Example.call().body(Map.of("name", "a thing")))
 *         .run(60);
 * assertThat(report.faults()).isEmpty();
 * assertThat(report.onlyRefused()).isEmpty();
 * }</pre>
 */
public final class OpenApiFuzzer {
    private static final Logger LOG = LoggerFactory.getLogger(OpenApiFuzzer.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Supplier<String>> headers = new HashMap<>();
    private final Map<String, Supplier<Example>> examples = new HashMap<>();
    private final Map<String, Signer> signers = new HashMap<>();
    private final URI base;

    public OpenApiFuzzer(URI base) {
        this.base = base;
    }

    /** A header of every call but one in twenty, such as an identity that opens what needs one. */
    public OpenApiFuzzer header(String name, Supplier<String> value) {
        headers.put(name, value);
        return this;
    }

    /** Headers that are made of a whole request, such as its signature. */
    public interface Signer {
        Map<String, String> headers(String method, URI target, byte[] body);
    }

    /**
     * Signs every call below the path but one in twenty, whatever it carries, so that it reaches what lies behind the
     * check. Such a call has none of the headers of the others.
     */
    public OpenApiFuzzer signed(String path, Signer signer) {
        signers.put(path, signer);
        return this;
    }

    /**
     * What the operation succeeds with; asked for before each of its calls, so that a call may use it up.
     *
     * @param operation as the document has it: {@code DELETE /api/things/{id}}
     */
    public OpenApiFuzzer example(String operation, Supplier<Example> example) {
        examples.put(operation, example);
        return this;
    }

    /**
     * What a run found.
     *
     * @param calls number of calls per operation
     * @param successes number of 2xx answers per operation
     * @param faults each with the seed and the call that shows it again
     */
    public record Report(Map<String, Integer> calls, Map<String, Integer> successes, List<String> faults) {
        /** Operations that never succeeded: what lies behind their checks was not tried. */
        public List<String> onlyRefused() {
            return successes.entrySet().stream()
                    .filter(operation -> operation.getValue() == 0)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    /**
     * Runs with seed 1, or what the system properties {@code slipway.fuzz.seed} and {@code slipway.fuzz.rounds} say: a
     * build makes the same calls each time, and whoever looks for more takes other seeds.
     *
     * @param rounds calls per operation
     */
    public Report run(int rounds) throws IOException, InterruptedException {
        return run(Long.getLong("slipway.fuzz.seed", 1), Integer.getInteger("slipway.fuzz.rounds", rounds));
    }

    /** @param rounds calls per operation */
    public Report run(long seed, int rounds) throws IOException, InterruptedException {
        JsonNode document = document();
        Random random = new Random(seed);
        Drafts drafts = new Drafts(new Values(document, random), random);
        Calls calls = new Calls();
        AnswerCheck check = new AnswerCheck(document);
        Report report = new Report(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        List<Operation> operations = Operation.all(document);
        requireKnown(operations);
        for (Operation operation : operations) {
            String name = operation.toString();
            for (int round = 0; round < rounds; round++) {
                Supplier<Example> example = examples.get(name);
                Draft draft = drafts.next(operation, example == null ? null : example.get());
                boolean trusted = random.nextInt(20) > 0;
                Call call = trusted ? trusted(calls, operation, draft) : calls.call(operation, draft, Map.of());
                HttpResponse<String> answer = send(call.request(base, TIMEOUT));
                report.calls().merge(name, 1, Integer::sum);
                report.successes().merge(name, answer.statusCode() / 100 == 2 ? 1 : 0, Integer::sum);
                check.fault(operation, answer)
                        .ifPresent(fault -> report.faults().add(told(seed, call, fault, answer)));
            }
        }
        LOG.info("Fuzzed with seed {}, {} calls of each: successful {}", seed, rounds, report.successes());
        return report;
    }

    private JsonNode document() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v3/api-docs"))
                .timeout(TIMEOUT)
                .build();
        return json.readTree(send(request).body());
    }

    private void requireKnown(List<Operation> operations) {
        List<String> names = operations.stream().map(Operation::toString).toList();
        if (!names.containsAll(examples.keySet())) {
            throw new IllegalStateException("examples " + examples.keySet() + " of operations " + names);
        }
    }

    private Call trusted(Calls calls, Operation operation, Draft draft) {
        for (Map.Entry<String, Signer> signer : signers.entrySet()) {
            if (operation.path().startsWith(signer.getKey())) {
                Call call = calls.call(operation, draft, Map.of());
                return call.with(signer.getValue().headers(operation.method(), call.target(base), call.bytes()));
            }
        }
        Map<String, String> common = new HashMap<>();
        headers.forEach((name, value) -> common.put(name, value.get()));
        return calls.call(operation, draft, common);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String told(long seed, Call call, String fault, HttpResponse<String> answer) {
        return "seed %d: %s → %s%n  %s".formatted(seed, call, fault, Call.excerpt(answer.body()));
    }
}
