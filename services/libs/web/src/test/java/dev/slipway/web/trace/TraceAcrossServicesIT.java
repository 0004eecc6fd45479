package dev.slipway.web.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** A call that comes in with a trace, and goes on to another service. */
@ExtendWith(OutputCaptureExtension.class)
class TraceAcrossServicesIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final List<String> passedOn = new CopyOnWriteArrayList<>();

    private HttpServer next;

    @EnableAutoConfiguration
    static class Application {

        /** As each service has one. */
        @Bean
        RestClient.Builder innerClientBuilder() {
            return RestClient.builder();
        }

        @Bean
        Calls calls(RestClient.Builder innerClientBuilder, Environment environment) {
            return new Calls(innerClientBuilder
                    .baseUrl(environment.getRequiredProperty("next"))
                    .build());
        }
    }

    @RestController
    static class Calls {
        private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

        private final RestClient next;

        Calls(RestClient next) {
            this.next = next;
        }

        @GetMapping("/first")
        String first() {
            LOG.info("Asks the next one");
            return Objects.requireNonNull(next.get().uri("/next").retrieve().body(String.class));
        }
    }

    @BeforeEach
    void startTheNextService() throws IOException {
        next = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        next.createContext("/next", exchange -> {
            passedOn.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'o', 'k'});
            exchange.close();
        });
        next.start();
    }

    @AfterEach
    void stopTheNextService() {
        next.stop(0);
    }

    @Test
    void theTraceStandsInTheLogAndIsPassedOn(CapturedOutput log) throws IOException {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--logging.structured.format.console=ecs",
                        "--next=http://127.0.0.1:" + next.getAddress().getPort())) {
            RestClient.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"))
                    .get()
                    .uri("/first")
                    .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                    .retrieve()
                    .toBodilessEntity();
        }
        JsonNode line = new ObjectMapper()
                .readTree(log.getOut()
                        .lines()
                        .filter(one -> one.contains("Asks the next one"))
                        .findFirst()
                        .orElseThrow());
        assertThat(line.at("/traceId").asText()).isEqualTo(TRACE);
        assertThat(passedOn).singleElement().asString().startsWith("00-" + TRACE + "-");
    }
}
