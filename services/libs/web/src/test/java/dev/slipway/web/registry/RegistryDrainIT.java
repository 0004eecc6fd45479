package dev.slipway.web.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service that stops: it leaves the registry, is there for those who do not know yet, and ends what it has begun. */
class RegistryDrainIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aServiceLeavesTheRegistryThenWaitsThenClosesAndEndsItsCalls() throws Exception {
        ConfigurableApplicationContext service = new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .run("--server.address=127.0.0.1", "--server.port=0", "--slipway.drain=2s");
        String address = "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port");
        Calls calls = service.getBean(Calls.class);
        RecordingRegistry registry = service.getBean(RecordingRegistry.class);

        CompletableFuture<HttpResponse<String>> inFlight =
                client.sendAsync(request(address + "/slow"), HttpResponse.BodyHandlers.ofString());
        assertThat(calls.begun.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(service::close);

        assertThat(registry.left.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ask(address)).as("a caller who does not know yet").isEqualTo(200);
        await().atMost(SOON).until(() -> ask(address) == 0);
        assertThat(stopping).as("one call is not answered yet").isNotDone();
        calls.end.countDown();

        assertThat(inFlight.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        stopping.get(20, TimeUnit.SECONDS);
        assertThat(registry.events).containsExactly("deregister");
    }

    private static HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(SOON).build();
    }

    /** Over a connection of its own; 0 when there is none to be had. */
    private static int ask(String address) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                    .send(request(address + "/quick"), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException refused) {
            return 0;
        }
    }

    @EnableAutoConfiguration
    @Import(Calls.class)
    static class Application {
        @Bean
        RecordingRegistry registry() {
            return new RecordingRegistry();
        }

        @Bean
        Registration registration() {
            class Here extends DefaultServiceInstance implements Registration {
                Here() {
                    super("here", "web-tests", "127.0.0.1", 1, false);
                }
            }
            return new Here();
        }
    }

    @RestController
    static class Calls {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);

        @GetMapping("/quick")
        String quick() {
            return "quick";
        }

        @GetMapping("/slow")
        String slow() throws InterruptedException {
            begun.countDown();
            return end.await(20, TimeUnit.SECONDS) ? "ended" : "given up";
        }
    }

    private static final class RecordingRegistry implements ServiceRegistry<Registration> {
        private final List<String> events = new CopyOnWriteArrayList<>();
        private final CountDownLatch left = new CountDownLatch(1);

        @Override
        public void register(Registration registration) {
            events.add("register");
        }

        @Override
        public void deregister(Registration registration) {
            events.add("deregister");
            left.countDown();
        }

        @Override
        public void close() {}

        @Override
        public void setStatus(Registration registration, String status) {}

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // Spring's
        public <T> T getStatus(Registration registration) {
            throw new UnsupportedOperationException();
        }
    }
}
