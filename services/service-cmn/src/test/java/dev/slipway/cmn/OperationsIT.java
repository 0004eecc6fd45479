package dev.slipway.cmn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cmn.Instance.Answer;
import org.junit.jupiter.api.Test;

/** What those who run the service look at. */
class OperationsIT {
    private final Instance service = Instance.shared();

    @Test
    void readinessTellsThatItIsUpAndNoMore() {
        Answer readiness = service.get("/actuator/health/readiness").require(200);
        assertThat(readiness.json().get("status").asText()).isEqualTo("UP");
        assertThat(readiness.json().has("components")).isFalse();
    }

    @Test
    void metricsTellOfCallsAndConnections() {
        service.get("/api/dictionaries/no-such").require(404);
        assertThat(service.get("/actuator/prometheus").require(200).body())
                .contains("http_server_requests_seconds_count{", "service=\"service-cmn\"")
                .contains("uri=\"/api/dictionaries/{code}\"", "hikaricp_connections_active");
    }
}
