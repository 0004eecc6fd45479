package dev.slipway.sms;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.messaging.broker.Topology;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.sms.inbox.Inbox;
import dev.slipway.test.Middleware;
import dev.slipway.test.Server;
import dev.slipway.test.UseMiddleware;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.ActiveProfiles;

/** The whole service on a free port with real middleware, and what every test of it needs. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = {SmsApplication.class, ServiceTest.Watched.class},
        properties = {ServiceTest.IDENTITY_KEY, ServiceTest.ATTEMPTS, ServiceTest.FIRST, ServiceTest.LONGEST})
@ActiveProfiles({"test", "local"})
@UseMiddleware({UseMiddleware.Kind.MYSQL, UseMiddleware.Kind.RABBITMQ})
abstract class ServiceTest {

    static final String IDENTITY_KEY = "identity-key=an-identity-key-that-only-these-tests-know";
    static final String ATTEMPTS = "slipway.messaging.consumer.attempts=3";
    static final String FIRST = "slipway.messaging.consumer.retry-first=20ms";
    static final String LONGEST = "slipway.messaging.consumer.retry-longest=100ms";
    static final String NO_NACOS = "spring.cloud.nacos.config.enabled=false";
    static final String LINES_FOR_PEOPLE = "logging.structured.format.console=";
    static final Duration SOON = Duration.ofSeconds(60);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** A provider of the platform's choice instead of the embedded one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Watched {
        @Bean
        WatchedProvider watchedProvider(Inbox inbox, Clock clock) {
            return new WatchedProvider(inbox, clock);
        }
    }

    record Answer(int status, JsonNode body) {}

    @Autowired
    ConfigurableApplicationContext service;

    @Autowired
    ConfigurableEnvironment environment;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    WatchedProvider provider;

    @Autowired
    IdentityTokens identities;

    @Autowired
    ObjectMapper json;

    /** The database server that the service uses. */
    Server database() {
        return Middleware.mysql().server();
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** A phone that no other test uses. */
    static String newPhone() {
        return "13" + ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);
    }

    /** Asks for a sign-in code with this id, as an event of its own. */
    void request(String id, String phone) {
        publish(newId(), body(id, phone, "sign-in-code", Map.of("code", "123456", "minutes", "5")));
    }

    String body(String id, String phone, String template, Map<String, String> parameters) {
        try {
            return json.writeValueAsString(
                    Map.of("id", id, "phone", phone, "template", template, "parameters", parameters));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As the relay of another service does. */
    void publish(String eventId, String body) {
        rabbit.send(
                Topology.EVENTS,
                "sms.requested",
                MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                        .setMessageId(eventId)
                        .setType("sms.requested")
                        .build());
    }

    static double consumed(ConfigurableApplicationContext instance, String outcome) {
        return instance.getBean(MeterRegistry.class)
                .counter("slipway.messages.consumed", "queue", "service-sms.sms.requested", "outcome", outcome)
                .count();
    }

    Answer call(String method, String path) {
        return call(service, method, path);
    }

    Answer call(ConfigurableApplicationContext instance, String method, String path) {
        String port = instance.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header(IdentityTokens.HEADER, identities.issue(new Caller("an-operator", Set.of(Role.ADMIN), "one")))
                .timeout(SOON)
                .build();
        try {
            HttpResponse<String> raw = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(raw.statusCode(), json.readTree(raw.body()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Ids of the messages in the inbox, newest first. */
    List<String> inbox(String phone) {
        return call("GET", "/api/dev/inbox/" + phone).body().at("/items").findValuesAsText("id");
    }

    void awaitInbox(String phone, String... ids) {
        await().atMost(SOON).until(() -> inbox(phone).equals(List.of(ids)));
    }

    /** Parked messages of these events, in no order. */
    List<JsonNode> parked(List<String> eventIds) {
        List<JsonNode> found = new ArrayList<>();
        call("GET", "/admin/messages/parked?size=100&queue=service-sms.sms.requested")
                .body()
                .at("/items")
                .forEach(message -> {
                    if (eventIds.contains(message.path("eventId").asText())) {
                        found.add(message);
                    }
                });
        return found;
    }

    List<JsonNode> awaitParked(List<String> eventIds) {
        await().atMost(SOON).until(() -> parked(eventIds).size() == eventIds.size());
        return parked(eventIds);
    }

    /** Another instance on the same middleware. */
    ConfigurableApplicationContext another(String... profiles) {
        return another(List.of("--" + ATTEMPTS, "--" + FIRST, "--" + LONGEST, "--" + NO_NACOS), profiles);
    }

    ConfigurableApplicationContext another(List<String> settings, String... profiles) {
        List<String> all = Stream.concat(settings.stream(), Stream.of("--" + LINES_FOR_PEOPLE))
                .toList();
        return start(List.of(SmsApplication.class, Watched.class), all, profiles);
    }

    ConfigurableApplicationContext start(List<Class<?>> program, List<String> settings, String... profiles) {
        PropertySource<?> servers = environment.getPropertySources().stream()
                .filter(source -> source.getName().startsWith("middleware of "))
                .findFirst()
                .orElseThrow();
        return new SpringApplicationBuilder(program.toArray(Class<?>[]::new))
                .profiles(profiles)
                .initializers(
                        context -> context.getEnvironment().getPropertySources().addFirst(servers))
                .run(Stream.concat(
                                settings.stream(),
                                Stream.of(
                                        "--server.port=0",
                                        "--" + IDENTITY_KEY,
                                        "--spring.cloud.nacos.discovery.enabled=false"))
                        .toArray(String[]::new));
    }
}
