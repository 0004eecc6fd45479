package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

class RequiredSecretsTests {
    private static final List<String> ALL = List.of(
            "mysql-password",
            "redis-password",
            "rabbitmq-password",
            "nacos-password",
            "identity-key",
            "data-key",
            "operator-password");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql-password",
                "redis-password",
                "rabbitmq-password",
                "nacos-password",
                "identity-key",
                "data-key",
                "operator-password"
            })
    void withoutOneTheServiceDoesNotStart(String missing) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "--SLIPWAY_SECRETS=target/no-such-folder", "--spring.cloud.nacos.config.enabled=false"),
                        ALL.stream()
                                .filter(name -> !name.equals(missing))
                                .map(name -> "--" + name + "=a-value-of-these-tests-alone"))
                .toArray(String[]::new);
        assertThatThrownBy(() -> new SpringApplicationBuilder(UserApplication.class)
                        .web(WebApplicationType.NONE)
                        .profiles("local")
                        .run(arguments))
                .hasMessageStartingWith("The secret " + missing + " is missing");
    }
}
