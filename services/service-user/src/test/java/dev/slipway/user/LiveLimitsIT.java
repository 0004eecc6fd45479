package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import dev.slipway.test.Middleware;
import dev.slipway.test.Nacos;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class LiveLimitsIT extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void pushedLimitsHoldAtOnce() throws NacosException {
        Nacos nacos = Middleware.nacos();
        ConfigService console = nacos.console();
        push(console, "{}");
        try (ConfigurableApplicationContext follower = another(nacos.following().toArray(String[]::new))) {
            port = Integer.parseInt(follower.getEnvironment().getRequiredProperty("local.server.port"));
            String phone = newPhone();
            String first = requestCode(phone);
            assertThat(askForCode(phone).status()).isEqualTo(429);

            push(console, "{code-interval: 0s, codes-per-hour: 2, code-lifetime: 3m, code-tries: 1}");

            await().atMost(SOON).until(() -> askForCode(phone).status() == 202);
            String second = sentCode(phone);
            assertThat(second).isNotEqualTo(first);
            assertThat(sentMinutes(phone)).isEqualTo("3");
            Answer third = askForCode(phone);
            assertThat(third.status()).isEqualTo(429);
            assertThat(third.raw().headers().firstValueAsLong("Retry-After").getAsLong())
                    .isGreaterThan(3000L);
            String wrong = second.equals("000000") ? "000001" : "000000";
            assertThat(post("/api/sign-in", Map.of("phone", phone, "code", wrong))
                            .status())
                    .isEqualTo(401);
            assertThat(post("/api/sign-in", Map.of("phone", phone, "code", second))
                            .status())
                    .as("killed by its only try")
                    .isEqualTo(401);
        } finally {
            console.shutDown();
        }
    }

    private Answer askForCode(String phone) {
        return post("/api/sign-in/codes", Map.of("phone", phone));
    }

    private static void push(ConfigService console, String limits) throws NacosException {
        console.publishConfig("service-user.yaml", "DEFAULT_GROUP", "slipway.sign-in: " + limits, "yaml");
    }
}
