package dev.slipway.security.secret;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class RequiredSecretsTests {
    private final MockEnvironment environment =
            new MockEnvironment().withProperty("slipway.secrets.required[0]", "mysql-password");

    @ParameterizedTest
    @CsvSource({
        ",is missing",
        "'  ',is missing",
        "short,fewer than 16",
        "changeit-changeit-changeit,well-known",
        "My-Password-1234567,well-known"
    })
    void refusesTheUnusable(String value, String reason) {
        if (value != null) {
            environment.setProperty("mysql-password", value);
        }
        assertThatExceptionOfType(UnusableSecret.class)
                .isThrownBy(this::check)
                .withMessageContaining("mysql-password")
                .withMessageContaining(reason);
    }

    @Test
    void acceptsAGeneratedOne() {
        environment.setProperty("mysql-password", "pQ8_vN2xkT0c1ZbL7mWf");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void exemptsTheTestProfileOnly() {
        environment.setActiveProfiles("test");
        assertThatCode(this::check).doesNotThrowAnyException();
        environment.setActiveProfiles("local");
        assertThatExceptionOfType(UnusableSecret.class).isThrownBy(this::check);
    }

    private void check() {
        new RequiredSecrets().postProcessEnvironment(environment, new SpringApplication());
    }
}
