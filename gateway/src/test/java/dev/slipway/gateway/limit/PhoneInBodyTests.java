package dev.slipway.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhoneInBodyTests {
    private static @Nullable String find(String body) {
        return PhoneInBody.find(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void findsTheTopLevelTextAlone() {
        assertThat(find("{\"phone\":\"138\"}")).isEqualTo("138");
        assertThat(find(" {\"a\":{\"phone\":\"1\"},\"b\":[1,{}],\"phone\":\" 138 \"}"))
                .isEqualTo("138");
        assertThat(find("{\"\\u0070hone\":\"138\"}")).isEqualTo("138");
    }

    @Test
    void findsNothingInWhatTheServiceWillRefuse() {
        assertThat(find("")).isNull();
        assertThat(find("{\"phone\":138}")).isNull();
        assertThat(find("{\"phone\":\"1\",\"phone\":\"2\"}")).isNull();
        assertThat(find("[\"phone\"]")).isNull();
        assertThat(find("{\"a\":{\"phone\":\"1\"}}")).isNull();
        assertThat(find("{\"phone\":\"1\"")).isNull();
        assertThat(find("[".repeat(4000))).isNull();
    }
}
