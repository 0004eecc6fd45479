package dev.slipway.web.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.cloud.nacos.NacosServiceManager;
import com.alibaba.cloud.nacos.registry.NacosServiceRegistry;
import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.pojo.Instance;
import dev.slipway.test.FreePort;
import dev.slipway.test.Middleware;
import dev.slipway.test.Nacos;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A service that starts, and stops, beside a real registry. */
class RegistryGateIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration START = Duration.ofSeconds(90);
    private static final String AT_ONCE = "--slipway.drain=0s";
    private static final String GROUP = "DEFAULT_GROUP";

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = FreePort.next();
    private final String name = "gate-" + port;
    private final CompletableFuture<ConfigurableApplicationContext> service = new CompletableFuture<>();

    @AfterEach
    void stops() {
        service.join().close();
    }

    @Test
    void isReadyOnceTheRegistryNamesItToCallersAndStaysSo() throws Exception {
        CompletableFuture<Void> started = CompletableFuture.runAsync(() -> start(HeldBack.class, AT_ONCE));
        await().atMost(START).until(() -> ask("liveness") == 200);

        assertThat(named()).isEmpty();
        assertThat(ask("readiness")).isEqualTo(503);

        registry().registerInstance(name, GROUP, instance());
        await().atMost(SOON).until(() -> ask("readiness") == 200);
        started.get(20, TimeUnit.SECONDS);

        registry().deregisterInstance(name, GROUP, instance());
        await().atMost(SOON).until(() -> named().isEmpty());
        assertThat(ask("readiness"))
                .as("a registry that forgets it is no reason to lose it")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"instance-enabled=false", "weight=0"})
    void isReadyWithoutBeingNamedWhereItIsNotToBeOffered(String setting) throws Exception {
        CompletableFuture<Void> started = CompletableFuture.runAsync(
                () -> start(Application.class, AT_ONCE, "--spring.cloud.nacos.discovery." + setting));

        started.get(START.toSeconds(), TimeUnit.SECONDS);
        assertThat(ask("readiness")).isEqualTo(200);
        assertThat(named()).isEmpty();
    }

    @Test
    void findsOthersUntilItHasAnsweredItsLastCall() throws Exception {
        start(Application.class, "--slipway.drain=10s");
        NamingService asked = registry();
        NamingService others = NacosFactory.createNamingService(
                service.join().getBean(NacosDiscoveryProperties.class).getNacosProperties());
        try {
            CompletableFuture<Void> stops =
                    CompletableFuture.runAsync(() -> service.join().close());
            await().atMost(SOON).until(() -> others.selectInstances(name, GROUP, true, false)
                    .isEmpty());

            others.registerInstance("other-" + name, GROUP, instance());
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(asked.selectInstances("other-" + name, GROUP, true))
                            .hasSize(1));
            assertThat(stops).as("it is still there for late callers").isNotDone();
            stops.get(START.toSeconds(), TimeUnit.SECONDS);
        } finally {
            others.shutDown();
        }
    }

    private void start(Class<?> application, String... more) {
        Nacos nacos = Middleware.nacos();
        var settings = new ArrayList<>(List.of(
                "--spring.application.name=" + name,
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--spring.cloud.nacos.server-addr=" + nacos.server().address(),
                "--spring.cloud.nacos.username=" + nacos.login().user(),
                "--spring.cloud.nacos.password=" + nacos.login().password(),
                "--spring.cloud.nacos.config.enabled=false",
                "--spring.cloud.nacos.discovery.ip=127.0.0.1"));
        settings.addAll(List.of(more));
        new SpringApplicationBuilder(application)
                .initializers(service::complete)
                .run(settings.toArray(String[]::new));
    }

    private Instance instance() {
        Instance instance = new Instance();
        instance.setIp("127.0.0.1");
        instance.setPort(port);
        return instance;
    }

    private NamingService registry() {
        return service.join().getBean(NacosServiceManager.class).getNamingService();
    }

    private List<Instance> named() throws NacosException {
        return registry().selectInstances(name, GROUP, true, false);
    }

    /** 0 when it does not answer. */
    private int ask(String group) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group))
                .timeout(SOON)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException refused) {
            return 0;
        }
    }

    @EnableAutoConfiguration
    static class Application {}

    /** Its registration does not arrive: the test registers it, when it likes. */
    @EnableAutoConfiguration
    static class HeldBack {
        @Bean
        @Primary
        @SuppressWarnings("unchecked") // its getStatus() is not typed
        NacosServiceRegistry silent(NacosServiceManager manager, NacosDiscoveryProperties properties) {
            return new NacosServiceRegistry(manager, properties) {
                @Override
                public void register(Registration registration) {}
            };
        }
    }
}
