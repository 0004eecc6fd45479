package dev.slipway.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A push that is taken must not break a consumer later. */
class ConsumerPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound("attempts=5").attempts()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "concurrency=0",
                "prefetch=0",
                "attempts=0",
                "retry-first=0s",
                "retry-first=-1s",
                "retry-longest=100ms",
                "patience=0s",
                "claim=-1s",
                "reconnect-longest=100ms"
            })
    void refusesWhatNoConsumerCanWorkWith(String setting) {
        assertThatThrownBy(() -> bound(setting))
                .isInstanceOf(BindException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private static ConsumerProperties bound(String setting) {
        String[] parts = setting.split("=", 2);
        return new Binder(new MapConfigurationPropertySource(Map.of("consumer." + parts[0], parts[1])))
                .bind("consumer", ConsumerProperties.class)
                .get();
    }
}
