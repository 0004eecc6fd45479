package dev.slipway.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.messaging.broker.Topology;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

/** What those who run the service look at. */
@ExtendWith(OutputCaptureExtension.class)
class OperationsIT extends ServiceTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void readinessMetricsAndALogInJsonTellHowItIs(CapturedOutput log) throws JsonProcessingException {
        var consumers = service.getBean(RabbitListenerEndpointRegistry.class);
        consumers.stop();
        try (ConfigurableApplicationContext instance = start(
                List.of(SmsApplication.class),
                List.of("--" + NO_NACOS, "--logging.structured.format.console=ecs"),
                "test",
                "local")) {
            Answer readiness = call(instance, "GET", "/actuator/health/readiness");
            assertThat(readiness.status()).isEqualTo(200);
            assertThat(readiness.body().at("/status").asText()).isEqualTo("UP");
            assertThat(readiness.body().has("components"))
                    .as("says no more than that")
                    .isFalse();

            String id = newId();
            publishWithin(TRACE, id);
            await().atMost(SOON).until(() -> sent(log, id).isPresent());
            JsonNode line = json.readTree(sent(log, id).orElseThrow());
            assertThat(line.at("/log/level").asText()).isEqualTo("INFO");
            assertThat(line.at("/service/name").asText()).isEqualTo("service-sms");
            assertThat(line.at("/traceId").asText()).isEqualTo(TRACE);

            assertThat(metrics(instance))
                    .contains("http_server_requests_seconds_count{", "service=\"service-sms\"")
                    .contains("slipway_messages_consumed_total{");
        } finally {
            consumers.start();
        }
    }

    private void publishWithin(String trace, String id) {
        String body = body(id, newPhone(), "sign-in-code", Map.of("code", "123456", "minutes", "5"));
        rabbit.send(
                Topology.EVENTS,
                "sms.requested",
                MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                        .setMessageId(newId())
                        .setType("sms.requested")
                        .setHeader("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                        .build());
    }

    private static Optional<String> sent(CapturedOutput log, String id) {
        return log.getOut()
                .lines()
                .filter(line -> line.contains("Sent ") && line.contains(id))
                .findFirst();
    }

    private static String metrics(ConfigurableApplicationContext instance) {
        return String.valueOf(RestClient.create(
                        "http://127.0.0.1:" + instance.getEnvironment().getRequiredProperty("local.server.port"))
                .get()
                .uri("/actuator/prometheus")
                .retrieve()
                .body(String.class));
    }
}
