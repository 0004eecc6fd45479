package dev.slipway.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class AccessLineTests {
    private static final String NOW = "2026-11-23T01:02:03.004Z";

    @Test
    void jsonIsOneLineWhateverThePath() throws Exception {
        StringBuilder out = new StringBuilder();
        new AccessLine("GET", "/a\"b\\c\nd", 404, 12_340_000, "none", "abc", null).appendJson(out, NOW);
        assertThat(out.toString().lines()).hasSize(1);
        JsonNode line = new ObjectMapper().readTree(out.toString());
        assertThat(line.get("path").asText()).isEqualTo("/a\"b\\c?d");
        assertThat(line.get("status").asInt()).isEqualTo(404);
        assertThat(line.get("ms").asDouble()).isEqualTo(12.34);
        assertThat(line.get("@timestamp").asText()).isEqualTo("2026-11-23T01:02:03.004Z");
        assertThat(line.has("caller")).isFalse();
    }

    @Test
    void textIsForPeople() {
        StringBuilder out = new StringBuilder();
        new AccessLine("GET", "/api/me", 200, 1_050_000, "service-user", "abc", "u-1").appendText(out, NOW);
        assertThat(out)
                .hasToString("2026-11-23T01:02:03.004Z ACCESS GET /api/me 200 1.05ms"
                        + " route=service-user trace=abc caller=u-1\n");
    }
}
