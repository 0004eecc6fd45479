package dev.slipway.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** On one machine all load comes from one address. */
class LocalLimitTests {
    private static final int LEAST_A_SECOND = 200;

    @Test
    void theAddressLimitOfTheProfileLocalLetsLoadBeMade() throws IOException {
        CodeLimitSettings.Rate address = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml")).stream()
                        .filter(document -> "local".equals(document.getProperty("spring.config.activate.on-profile")))
                        .map(LocalLimitTests::settings)
                        .findFirst()
                        .orElseThrow()
                        .address();

        assertThat(address.limit() * 1000.0 / address.per().toMillis()).isGreaterThanOrEqualTo(LEAST_A_SECOND);
        assertThat(address.per()).as("what was used is given back soon").isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    private static CodeLimitSettings settings(PropertySource<?> document) {
        return new Binder(ConfigurationPropertySources.from(document))
                .bind("slipway.gateway.code-limit", CodeLimitSettings.class)
                .get();
    }
}
