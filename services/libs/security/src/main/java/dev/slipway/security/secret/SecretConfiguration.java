package dev.slipway.security.secret;

import java.security.SecureRandom;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The data cipher, for services that are given a {@code data-key}. */
@AutoConfiguration
class SecretConfiguration {
    @Bean
    @ConditionalOnProperty("data-key")
    DataCipher dataCipher(Environment environment) {
        return new DataCipher(environment.getRequiredProperty("data-key"), new SecureRandom());
    }
}
