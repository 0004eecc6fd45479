package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
        try (ConfigurableApplicationContext elsewhere = another("--logging.structured.format.console=ecs")) {
            port = Integer.parseInt(elsewhere.getEnvironment().getRequiredProperty("local.server.port"));
            Answer readiness = call("GET", "/actuator/health/readiness", null, Map.of());
            assertThat(readiness.status()).isEqualTo(200);
            assertThat(readiness.text("/status")).isEqualTo("UP");
            assertThat(readiness.body().has("components"))
                    .as("says no more than that")
                    .isFalse();

            Map<String, String> headers = new HashMap<>(identity(newUser()));
            headers.put("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
            Answer patient = call("POST", "/api/patients", PatientIT.patient("张三"), headers);
            assertThat(patient.status()).isEqualTo(201);
            JsonNode line = json.readTree(log.getOut()
                    .lines()
                    .filter(one -> one.contains("Regions are taken unchecked"))
                    .reduce((before, last) -> last)
                    .orElseThrow());
            assertThat(line.at("/log/level").asText()).isEqualTo("WARN");
            assertThat(line.at("/service/name").asText()).isEqualTo("service-user");
            assertThat(line.at("/traceId").asText()).isEqualTo(TRACE);
            assertThat(patient.raw().headers().firstValue("X-Trace-Id")).hasValue(TRACE);

            assertThat(metrics())
                    .contains("http_server_requests_seconds_count{", "service=\"service-user\"")
                    .contains("uri=\"/api/patients\"", "slipway_outbox_pending", "hikaricp_connections_active");
        }
    }

    private String metrics() {
        return String.valueOf(RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/actuator/prometheus")
                .retrieve()
                .body(String.class));
    }
}
