package dev.slipway.test.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fuzzer can fail: each way in which an answer may break its promise is shown by a server that does so. */
class OpenApiFuzzerTests {
    private static final String THING = "POST /things/{id}";
    private static final String FILE = "PUT /files";
    private static final String DOCUMENT = """
            {"openapi":"3.1.0","info":{"title":"t","version":"1"},
             "paths":{"/things/{id}":{"summary":"things","post":{
               "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}},
                             {"name":"page","in":"query","schema":{"type":"integer","minimum":0}},
                             {"name":"X-Key","in":"header","schema":{"type":"string"}}],
               "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
               "responses":{"200":{"description":"ok","content":
                 {"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}}}}},
              "/files":{"put":{"requestBody":{"content":{"multipart/form-data":{"schema":
                 {"type":"object","properties":{"file":{"type":"string","format":"binary"}}}}}},
               "responses":{"204":{"description":"ok"},"default":{"description":"refused","content":
                 {"application/json":{"schema":{"type":"object"}}}}}}}},
             "components":{"schemas":{"Thing":{"type":"object","required":["name"],
               "properties":{"name":{"type":"string"},"count":{"type":"integer"}}}}}}""";

    record Received(String target, Headers headers, String body) {}

    private final List<Received> things = new CopyOnWriteArrayList<>();
    private final List<Received> files = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int thingStatus = 200;
    private volatile String thing = "{\"name\":\"a\"}";
    private volatile String type = "application/json";
    private volatile int fileStatus = 204;

    /** The JDK's server sends head and body apart, and would wait for the first to be acknowledged. */
    @BeforeAll
    static void sendAtOnce() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            things.add(received(exchange));
            answer(exchange, thingStatus, thing);
        });
        server.createContext("/files", exchange -> {
            files.add(received(exchange));
            answer(exchange, fileStatus, "");
        });
        server.createContext("/v3/api-docs", exchange -> answer(exchange, 200, DOCUMENT));
        server.start();
    }

    private static Received received(HttpExchange exchange) throws IOException {
        return new Received(
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
    }

    private void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsNothingWhereThePromiseIsKept() throws Exception {
        var report = fuzzer().run(1, 50);
        assertThat(report.faults()).isEmpty();
        assertThat(report.calls()).isEqualTo(Map.of(THING, 50, FILE, 50));
        assertThat(report.successes()).isEqualTo(Map.of(THING, 50, FILE, 50));
        assertThat(report.onlyRefused()).isEmpty();
    }

    @Test
    void findsAServerError() throws Exception {
        thingStatus = 500;
        assertThat(fuzzer().run(1, 50).faults()).hasSize(50).allSatisfy(fault -> assertThat(fault)
                .contains("seed 1", "status 500"));
    }

    @Test
    void findsAnAnswerThatDoesNotFit() throws Exception {
        thing = "{\"count\":\"many\"}";
        assertThat(fuzzer().run(1, 50).faults()).hasSize(50).allSatisfy(fault -> assertThat(fault)
                .contains("name", "count"));
    }

    @Test
    void findsAnUndocumentedStatus() throws Exception {
        thingStatus = 418;
        assertThat(fuzzer().run(1, 50).faults()).hasSize(50).allSatisfy(fault -> assertThat(fault)
                .contains("undocumented status 418"));
    }

    @Test
    void findsASuccessThatOnlyTheDefaultWouldCover() throws Exception {
        fileStatus = 304;
        assertThat(fuzzer().run(1, 50).faults()).hasSize(50).allSatisfy(fault -> assertThat(fault)
                .contains("undocumented status 304"));
    }

    @Test
    void findsARefusalWithoutAWord() throws Exception {
        fileStatus = 404;
        var report = fuzzer().run(1, 50);
        assertThat(report.faults()).hasSize(50).allSatisfy(fault -> assertThat(fault)
                .contains("without a problem body"));
        assertThat(report.onlyRefused()).containsExactly(FILE);
    }

    @Test
    void findsAnUndocumentedMediaType() throws Exception {
        type = "text/html";
        assertThat(fuzzer().run(1, 50).faults()).hasSize(50).allSatisfy(fault -> assertThat(fault)
                .contains("undocumented media type 'text/html'"));
    }

    @Test
    void makesTheExampleAsItStandsAndBent() throws Exception {
        fuzzer().header("X-Identity", () -> "someone")
                .example(THING, () -> Example.call()
                        .with("id", "7")
                        .with("page", "3")
                        .with("X-Key", "k")
                        .body(Map.of("name", "thing", "count", 2)))
                .example(FILE, () -> Example.call().part("file", "whole".getBytes(StandardCharsets.UTF_8)))
                .run(1, 200);
        assertThat(things).filteredOn(OpenApiFuzzerTests::isExample).hasSizeBetween(30, 150);
        assertThat(things).filteredOn(call -> call.target().contains("%2F")).isNotEmpty();
        assertThat(things).filteredOn(call -> !call.body().startsWith("{")).isNotEmpty();
        assertThat(things)
                .filteredOn(call -> call.headers().getFirst("X-Identity") == null)
                .hasSizeBetween(1, 30);
        assertThat(files)
                .filteredOn(call -> call.body().contains("\r\n\r\nwhole\r\n--"))
                .hasSizeBetween(30, 180);
        assertThat(files).filteredOn(call -> !call.body().contains("whole")).isNotEmpty();
    }

    private static boolean isExample(Received call) {
        return call.target().equals("/things/7?page=3")
                && "k".equals(call.headers().getFirst("X-Key"))
                && (call.body().equals("{\"name\":\"thing\",\"count\":2}")
                        || call.body().equals("{\"count\":2,\"name\":\"thing\"}"));
    }

    @Test
    void theSameSeedMakesTheSameCalls() throws Exception {
        fuzzer().run(7, 40);
        List<String> first =
                things.stream().map(call -> call.target() + call.body()).toList();
        things.clear();
        fuzzer().run(7, 40);
        assertThat(things).extracting(call -> call.target() + call.body()).isEqualTo(first);
        things.clear();
        fuzzer().run(8, 40);
        assertThat(things).extracting(call -> call.target() + call.body()).isNotEqualTo(first);
    }

    @Test
    void anExampleOfNoOperationIsAMistake() {
        OpenApiFuzzer fuzzer = fuzzer().example("GET /nothing", Example::call);
        assertThatThrownBy(() -> fuzzer.run(1, 1)).hasMessageContaining("GET /nothing");
    }

    private OpenApiFuzzer fuzzer() {
        return new OpenApiFuzzer(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
}
