package dev.slipway.test.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fuzzer can fail: each way in which an answer may break its promise is shown by a server that does so. */
class OpenApiFuzzerTests {
    private static final String DOCUMENT = """
            {"openapi":"3.1.0","info":{"title":"t","version":"1"},
             "paths":{"/things/{id}":{"post":{
               "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],
               "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}},
               "responses":{"200":{"description":"ok","content":
                 {"application/json":{"schema":{"$ref":"#/components/schemas/Thing"}}}}}}}},
             "components":{"schemas":{"Thing":{"type":"object","required":["name"],
               "properties":{"name":{"type":"string"},"count":{"type":"integer"}}}}}}""";

    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{\"name\":\"a\"}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean document = exchange.getRequestURI().getPath().equals("/v3/api-docs");
            byte[] body = (document ? DOCUMENT : answer).getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(document ? 200 : status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsNothingWhereThePromiseIsKept() throws Exception {
        var report = fuzz();
        assertThat(report.faults()).isEmpty();
        assertThat(report.calls()).containsEntry("POST /things/{id}", 50);
        assertThat(report.successes()).containsEntry("POST /things/{id}", 50);
    }

    @Test
    void findsAServerError() throws Exception {
        status = 500;
        assertThat(fuzz().faults()).hasSize(50).allSatisfy(fault -> assertThat(fault)
                .contains("status 500"));
    }

    @Test
    void findsAnAnswerThatDoesNotFit() throws Exception {
        answer = "{\"count\":\"many\"}";
        assertThat(fuzz().faults())
                .hasSize(50)
                .allSatisfy(fault -> assertThat(fault).contains("name").contains("count"));
    }

    @Test
    void findsAnUndocumentedStatus() throws Exception {
        status = 418;
        assertThat(fuzz().faults()).hasSize(50).allSatisfy(fault -> assertThat(fault)
                .contains("undocumented status 418"));
    }

    private OpenApiFuzzer.Report fuzz() throws Exception {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new OpenApiFuzzer(base, Map.of()).run(1, 50);
    }
}
