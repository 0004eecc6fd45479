package dev.slipway.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Who may be without a provider of messages. */
@ExtendWith(OutputCaptureExtension.class)
class ProviderIT extends ServiceTest {
    private static final List<String> SETTINGS = List.of(
            "--" + NO_NACOS,
            "--" + LINES_FOR_PEOPLE,
            "--mysql-password=a-value-of-these-tests-alone",
            "--rabbitmq-password=a-value-of-these-tests-alone",
            "--nacos-password=a-value-of-these-tests-alone");

    @Test
    void withoutOneTheServiceStartsForDevelopersOnly(CapturedOutput log) {
        for (String profile : List.of("local", "dev", "test")) {
            start(List.of(SmsApplication.class), SETTINGS, profile).close();
        }
        assertThatThrownBy(() -> start(List.of(SmsApplication.class), SETTINGS, "prod"))
                .hasRootCauseInstanceOf(NoSmsProvider.class);
        assertThat(log)
                .contains("APPLICATION FAILED TO START")
                .contains("No provider carries messages to telephones")
                .contains("docs/messaging.md says how");
    }

    @Test
    void oneOfTheTeamsIsUsedInProduction() {
        try (ConfigurableApplicationContext instance =
                start(List.of(SmsApplication.class, Watched.class), SETTINGS, "prod")) {
            assertThat(instance.isRunning()).isTrue();
        }
    }
}
