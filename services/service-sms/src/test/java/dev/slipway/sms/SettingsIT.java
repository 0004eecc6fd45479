package dev.slipway.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import dev.slipway.test.Middleware;
import dev.slipway.test.Nacos;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.context.ConfigurableApplicationContext;

/** What differs by profile and by what is pushed; the same whatever the broker and the database are. */
class SettingsIT extends ServiceTest {
    @Test
    void theInboxExistsForDevelopersOnly() {
        String path = "/api/dev/inbox/" + newPhone();
        try (ConfigurableApplicationContext elsewhere = another("test")) {
            assertThat(call(elsewhere, "GET", path).status()).isEqualTo(404);
        }
        try (ConfigurableApplicationContext developers = another("test", "dev")) {
            assertThat(call(developers, "GET", path).status()).isEqualTo(200);
        }
    }

    @Test
    void aPushedNumberOfAttemptsHoldsForTheMessageInHand() throws NacosException {
        Nacos nacos = Middleware.nacos();
        ConfigService console = nacos.console();
        push(console, 100_000);
        var consumers = service.getBean(RabbitListenerEndpointRegistry.class);
        consumers.stop();
        try (ConfigurableApplicationContext follower = another(nacos.following(), "test", "local")) {
            WatchedProvider there = follower.getBean(WatchedProvider.class);
            String id = newId();
            there.fail(id, Integer.MAX_VALUE);
            request(id, newPhone());
            await().atMost(SOON).until(() -> there.calls(id) > 3);

            push(console, 2);

            await().atMost(SOON).until(() -> consumed(follower, "parked") == 1);
        } finally {
            consumers.start();
            console.shutDown();
        }
    }

    private static void push(ConfigService console, int attempts) throws NacosException {
        String text =
                "slipway.messaging.consumer: {retry-first: 20ms, retry-longest: 20ms, attempts: " + attempts + "}";
        console.publishConfig("service-sms.yaml", "DEFAULT_GROUP", text, "yaml");
    }
}
