package dev.slipway.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class AccessSettingsTests {
    @ParameterizedTest
    @ValueSource(strings = {"GET /admin/users", "GET /**", "GET /inner/x", "/api/x", "GET  ", "GET /api/{"})
    void whatMayNotBeOpenOrCannotBeReadIsRefused(String open) {
        assertThatThrownBy(() -> new AccessSettings(List.of(open))).isInstanceOf(RuntimeException.class);
    }

    @Test
    void theCashierOfTheFakeProviderMayBeOpen() {
        AccessRules rules = new AccessRules(() -> new AccessSettings(List.of("GET /cashier/*")));
        assertThat(rules.open(MockServerHttpRequest.get("/cashier/1").build())).isTrue();
        assertThat(rules.open(MockServerHttpRequest.post("/cashier/1").build())).isFalse();
    }

    @Test
    void opensExactlyTheMethodAndPath() {
        AccessRules rules = new AccessRules(() -> SETTINGS);
        assertThat(rules.open(
                        MockServerHttpRequest.get("/api/dictionaries/nation").build()))
                .isTrue();
        assertThat(rules.open(
                        MockServerHttpRequest.head("/api/dictionaries/nation").build()))
                .isTrue();
        assertThat(rules.open(
                        MockServerHttpRequest.post("/api/dictionaries/nation").build()))
                .isFalse();
        assertThat(rules.open(
                        MockServerHttpRequest.get("/api/dictionaries/nation/x").build()))
                .isFalse();
        assertThat(rules.open(
                        MockServerHttpRequest.get("/api/dictionaries/nation/").build()))
                .isFalse();
        assertThat(rules.open(
                        MockServerHttpRequest.get("/API/dictionaries/nation").build()))
                .isFalse();
    }

    private static final AccessSettings SETTINGS = new AccessSettings(List.of("GET /api/dictionaries/*"));
}
