package dev.slipway.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.test.FreePort;
import dev.slipway.test.Middleware;
import dev.slipway.test.Redis;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureIT {
    private static final TestRegistry registry = new TestRegistry();
    private static final Upstream dictionary = new Upstream();
    private static final Redis redis = Middleware.redis();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway(
                redis,
                registry.with("service-cmn", dictionary.url()).with("service-hosp", dictionary.url()),
                "slipway.gateway.routing.response-timeout=700ms",
                "slipway.gateway.routing.connect-timeout=500ms",
                "slipway.gateway.routing.body-limit=10KB",
                "slipway.gateway.routing.larger-bodies[0].path=/api/no-such-path",
                "slipway.gateway.routing.larger-bodies[0].limit=11MB",
                "slipway.gateway.cors.origins=https://book.example.org");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        dictionary.close();
    }

    @BeforeEach
    void behave() {
        registry.with("service-cmn", dictionary.url());
        dictionary.behaves((exchange, call) -> Upstream.json(exchange, 200, "{\"items\":[]}"));
        RunningGateway.sleep(Duration.ofMillis(700));
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        try {
            JsonNode problem = new ObjectMapper().readTree(answer.body());
            assertThat(problem.get("code").asText()).isEqualTo(code);
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            assertThat(problem.get("traceId").asText())
                    .isEqualTo(answer.headers().firstValue("X-Trace-Id").orElseThrow());
            assertThat(problem.get("type").asText()).isEqualTo("urn:slipway:problem:" + code);
            assertThat(problem.get("title").asText()).isNotBlank();
            assertThat(problem.get("detail").asText()).isNotBlank();
            assertThat(problem.get("instance").asText()).startsWith("/");
            return problem;
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(answer.body(), notJson);
        }
    }

    @Test
    void unknownPathsAreNotFound() {
        problem(gateway.get("/"), 404, "not-found");
        problem(gateway.get("/nothing/here"), 404, "not-found");
        problem(gateway.get("/api/unheard-of"), 404, "not-found");
    }

    @Test
    void withoutAnInstanceAServiceIsUnavailable() {
        registry.with("service-cmn");
        RunningGateway.sleep(Duration.ofMillis(700));
        HttpResponse<String> answer = gateway.get("/api/dictionaries/nation");
        problem(answer, 503, "no-instance");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aDeadInstanceAloneIsUnavailable() {
        registry.with("service-cmn", "http://127.0.0.1:" + FreePort.next());
        RunningGateway.sleep(Duration.ofMillis(700));
        problem(gateway.get("/api/dictionaries/nation"), 503, "service-unavailable");
    }

    @Test
    void aSlowServiceTimesOutAndIsAskedOnce() {
        dictionary.behaves((exchange, call) -> {
            Thread.sleep(2000);
            Upstream.json(exchange, 200, "{}");
        });
        problem(gateway.get("/openapi/hosp/slow"), 504, "gateway-timeout");
        assertThat(dictionary.received()).hasSize(1);
    }

    @Test
    void aShortAnswerThatStallsIsATimeout() {
        dictionary.behaves((exchange, call) -> {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            Thread.sleep(60_000);
        });
        HttpResponse<String> answer = gateway.get("/openapi/hosp/stalls");
        problem(answer, 504, "gateway-timeout");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void anAnswerThatStallsIsBrokenOff() {
        dictionary.behaves((exchange, call) -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write("{".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            Thread.sleep(60_000);
        });
        assertThatThrownBy(() -> gateway.get("/openapi/hosp/stalls"))
                .rootCause()
                .isInstanceOf(EOFException.class);
    }

    @Test
    void anAnswerThatComesInPiecesMayTakeLonger() {
        dictionary.behaves((exchange, call) -> {
            exchange.sendResponseHeaders(200, 6);
            for (int i = 0; i < 6; i++) {
                Thread.sleep(300);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
            }
        });
        assertThat(gateway.get("/openapi/hosp/slowly").body()).isEqualTo("xxxxxx");
    }

    @Test
    void aKeptConnectionMayBeSilentBetweenCalls() {
        Set<Integer> connections = ConcurrentHashMap.newKeySet();
        dictionary.behaves((exchange, call) -> {
            connections.add(exchange.getRemoteAddress().getPort());
            Upstream.json(exchange, 200, "{}");
        });
        gateway.get("/openapi/hosp/first");
        connections.clear();
        gateway.get("/openapi/hosp/kept");
        RunningGateway.sleep(Duration.ofMillis(1500));
        assertThat(gateway.get("/openapi/hosp/kept").statusCode()).isEqualTo(200);
        assertThat(connections).hasSize(1);
    }

    @Test
    void bodiesTooLargeAreRefusedDeclaredOrNot() {
        problem(gateway.call("POST", "/openapi/hosp/x", "x".repeat(20_000)), 413, "too-large");
        assertThat(dictionary.received()).isEmpty();
        HttpResponse<String> chunked = gateway.call(
                "/openapi/hosp/x",
                request -> request.POST(
                        HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000]))));
        problem(chunked, 413, "too-large");
        assertThat(gateway.call("POST", "/openapi/hosp/x", "x".repeat(10_000)).statusCode())
                .isEqualTo(200);
        assertThat(dictionary.last().body()).hasSize(10_000);
    }

    @Test
    void chunkedBodiesWithinTheLimitArriveWhole() {
        HttpResponse<String> chunked = gateway.call(
                "/openapi/hosp/x",
                request -> request.POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream("y".repeat(9_000).getBytes(StandardCharsets.UTF_8)))));
        assertThat(chunked.statusCode()).isEqualTo(200);
        assertThat(dictionary.last().body()).isEqualTo("y".repeat(9_000));
    }

    @Test
    void headersTooLargeAndBrokenRequestsAreProblemsToo() {
        String large = gateway.rawGet("/api/dictionaries/nation", "X-Large: " + "x".repeat(17_000));
        assertThat(large)
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json")
                .contains("\"traceId\"");
        String line = gateway.rawGet("/api/dictionaries/" + "x".repeat(9_000));
        assertThat(line).startsWith("HTTP/1.1 414").contains("application/problem+json");
        String broken = gateway.raw("GET /api/dictionaries/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(broken).startsWith("HTTP/1.1 400").contains("application/problem+json");
        String method = gateway.raw("TRACE /api/dictionaries/nation HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(method).startsWith("HTTP/1.1 405").contains("application/problem+json");
        assertThat(dictionary.received()).isEmpty();
    }

    @Test
    void errorPagesOfContainersDoNotGetOutButProblemsOfServicesDo() {
        dictionary.behaves((exchange, call) ->
                Upstream.answer(exchange, 500, "text/html", "<h1>org.secret.Thing at db.internal</h1>"));
        HttpResponse<String> page = gateway.get("/api/dictionaries/nation");
        problem(page, 500, "internal-error");
        assertThat(page.body()).doesNotContain("secret");

        dictionary.behaves((exchange, call) ->
                Upstream.answer(exchange, 422, "application/problem+json", "{\"code\":\"own\",\"status\":422}"));
        HttpResponse<String> own = gateway.get("/api/dictionaries/nation");
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).isEqualTo("{\"code\":\"own\",\"status\":422}");
    }

    @Test
    void answersCarryTraceAndSecurityHeadersAndNotTheirMaker() {
        dictionary.behaves((exchange, call) -> {
            exchange.getResponseHeaders().set("Server", "Secret/1.0");
            exchange.getResponseHeaders().set("X-Powered-By", "Secret");
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
            Upstream.json(exchange, 200, "{}");
        });
        String trace = "0af7651916cd43dd8448eb211c80319c";
        HttpResponse<String> answer =
                gateway.get("/api/dictionaries/nation?secret=1", "traceparent", "00-" + trace + "-b7ad6b7169203331-01");

        assertThat(answer.headers().allValues("X-Trace-Id")).containsExactly(trace);
        String passed = dictionary.last().headers().getFirst("traceparent");
        assertThat(passed).startsWith("00-" + trace + "-").doesNotContain("b7ad6b7169203331");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=60");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
        Eventually.is(() -> gateway.accessLog().contains(trace));
        String line = gateway.accessLog()
                .lines()
                .filter(one -> one.contains(trace))
                .findFirst()
                .orElseThrow();
        assertThat(line)
                .contains("\"method\":\"GET\"", "\"path\":\"/api/dictionaries/nation\"", "\"status\":200")
                .contains("\"route\":\"service-cmn\"")
                .doesNotContain("secret");
    }

    @Test
    void madeUpTracesAreReplaced() {
        HttpResponse<String> answer = gateway.get("/api/dictionaries/nation", "traceparent", "00-<script>-x-01");
        assertThat(answer.headers().firstValue("X-Trace-Id").orElseThrow()).matches("[0-9a-f]{32}");
    }

    @Test
    void onlyPagesOfNamedOriginsMayCall() {
        String origin = "https://book.example.org";
        HttpResponse<String> preflight = gateway.call(
                "OPTIONS", "/api/dictionaries/nation", "", "Origin", origin, "Access-Control-Request-Method", "GET");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue(origin);
        HttpResponse<String> call = gateway.get("/api/dictionaries/nation", "Origin", origin);
        assertThat(call.statusCode()).isEqualTo(200);
        assertThat(call.headers().allValues("Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(gateway.get("/api/me", "Origin", origin).headers().firstValue("Access-Control-Allow-Origin"))
                .as("on a problem")
                .hasValue(origin);
        problem(
                gateway.get("/api/dictionaries/nation", "Origin", "https://evil.example.org"),
                403,
                "origin-not-allowed");
    }

    @Test
    void aBusyInstanceSendsAGetToTheOtherAndAPostNowhere() {
        try (Upstream other = new Upstream()) {
            registry.with("service-hosp", dictionary.url(), other.url());
            RunningGateway.sleep(Duration.ofMillis(700));
            dictionary.behaves((exchange, call) -> {
                exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
                Upstream.json(exchange, 503, "{}");
            });
            for (int i = 0; i < 6; i++) {
                HttpResponse<String> answer = gateway.get("/openapi/hosp/x");
                assertThat(answer.statusCode()).isEqualTo(200);
                // Its own: neither what the busy one had said, nor nothing.
                assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            }
            other.received().clear();
            dictionary.received().clear();
            List<Integer> posts = IntStream.range(0, 4)
                    .map(i -> gateway.call("POST", "/openapi/hosp/x", "{}").statusCode())
                    .boxed()
                    .toList();
            assertThat(posts).containsOnly(200, 503);
            assertThat(other.received().size() + dictionary.received().size()).isEqualTo(4);
        } finally {
            registry.with("service-hosp", dictionary.url());
        }
    }

    @Test
    void aGetIsSentToAFewInstancesAndNoFurther() {
        List<Upstream> busy =
                IntStream.range(0, 5).mapToObj(i -> new Upstream()).toList();
        try {
            busy.forEach(one -> one.behaves((exchange, call) -> Upstream.json(exchange, 503, "{}")));
            registry.with("service-hosp", busy.stream().map(Upstream::url).toArray(String[]::new));
            RunningGateway.sleep(Duration.ofMillis(700));

            problem(gateway.get("/openapi/hosp/x"), 503, "service-unavailable");

            assertThat(busy.stream().map(one -> one.received().size()))
                    .as("one call and two retries, each elsewhere")
                    .containsExactlyInAnyOrder(1, 1, 1, 0, 0);
        } finally {
            registry.with("service-hosp", dictionary.url());
            busy.forEach(Upstream::close);
        }
    }

    @Test
    void noGetFailsAndAtMostOnePostACallerWhenAnInstanceDiesUnderLoad() throws Exception {
        Upstream dying = new Upstream();
        registry.with("service-hosp", dictionary.url(), dying.url());
        RunningGateway.sleep(Duration.ofMillis(700));
        int callers = 8;
        AtomicInteger failedGets = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch underLoad = new CountDownLatch(10 * callers);
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<Future<Integer>> failedPosts = IntStream.range(0, callers)
                .mapToObj(caller -> threads.submit(() -> {
                    int failed = 0;
                    while (!enough.get()) {
                        if (gateway.get("/openapi/hosp/x").statusCode() != 200) {
                            failedGets.incrementAndGet();
                        }
                        if (gateway.call("POST", "/openapi/hosp/x", "{}").statusCode() != 200) {
                            failed++;
                        }
                        calls.addAndGet(2);
                        underLoad.countDown();
                    }
                    return failed;
                }))
                .toList();
        assertThat(underLoad.await(20, TimeUnit.SECONDS)).isTrue();
        dying.close();
        RunningGateway.sleep(Duration.ofSeconds(2));
        enough.set(true);
        for (Future<Integer> failed : failedPosts) {
            assertThat(failed.get(10, TimeUnit.SECONDS)).isLessThanOrEqualTo(1);
        }
        threads.shutdown();
        registry.with("service-hosp", dictionary.url());
        assertThat(failedGets).as("of %s calls", calls).hasValue(0);
    }

    @Test
    void aCallThatFoundNoConnectionIsSentToAnotherInstanceWhateverItDoes() {
        for (int i = 0; i < 4; i++) {
            registry.with("service-hosp", dictionary.url(), "http://127.0.0.1:" + FreePort.next());
            RunningGateway.sleep(Duration.ofMillis(700));
            for (String body : List.of("first", "second")) {
                assertThat(gateway.call("POST", "/openapi/hosp/x", body).statusCode())
                        .isEqualTo(200);
                assertThat(dictionary.last().body()).isEqualTo(body);
            }
        }
        assertThat(dictionary.received()).as("each once").hasSize(8);
        registry.with("service-hosp", dictionary.url());
    }

    @Test
    void anInstanceThatComesBackIsUsedAgain() {
        int port = FreePort.next();
        registry.with("service-hosp", dictionary.url(), "http://127.0.0.1:" + port);
        RunningGateway.sleep(Duration.ofMillis(700));
        for (int i = 0; i < 4; i++) {
            assertThat(gateway.get("/openapi/hosp/x").statusCode()).isEqualTo(200);
        }
        try (Upstream back = new Upstream(port)) {
            Eventually.is(() -> {
                gateway.get("/openapi/hosp/x");
                return !back.received().isEmpty();
            });
        } finally {
            registry.with("service-hosp", dictionary.url());
        }
    }

    @Test
    void docsShowEachServiceAndSayWhichIsDown() throws Exception {
        dictionary.behaves((exchange, call) -> Upstream.json(
                exchange,
                200,
                "{\"openapi\":\"3.0.1\",\"servers\":[{\"url\":\"http://10.0.0.1:8202\"}],"
                        + "\"paths\":{\"/api/dictionaries/{code}\":{},\"/inner/cache\":{}}}"));
        HttpResponse<String> page = gateway.get("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("/docs/docs.js").doesNotContain("https://");
        assertThat(gateway.get("/docs/docs.js").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/docs/docs.css").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/docs/index.json").body()).contains("service-cmn", "service-user", "service-sms");

        HttpResponse<String> document = gateway.get("/docs/service-cmn.json");
        assertThat(document.body())
                .contains("/api/dictionaries/{code}")
                .doesNotContain("/inner")
                .doesNotContain("10.0.0.1");
        assertThat(gateway.get("/docs/cmn.json").body()).isEqualTo(document.body());
        problem(gateway.get("/docs/service-user.json"), 503, "docs-unavailable");
        problem(gateway.get("/docs/service-unknown.json"), 404, "not-found");
    }
}
