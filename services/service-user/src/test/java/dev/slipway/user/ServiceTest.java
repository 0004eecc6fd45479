package dev.slipway.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.messaging.broker.Topology;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.test.UseMiddleware;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The whole service on a free port with real middleware, and the calls that every test needs. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = {UserApplication.class, ServiceTest.Receiver.class},
        properties = {
            ServiceTest.IDENTITY_KEY,
            ServiceTest.DATA_KEY,
            "operator-password=" + ServiceTest.OPERATOR_PASSWORD,
        })
@ActiveProfiles({"test", "local"})
@UseMiddleware({UseMiddleware.Kind.MYSQL, UseMiddleware.Kind.REDIS, UseMiddleware.Kind.RABBITMQ})
abstract class ServiceTest {
    static final String OPERATOR_PASSWORD = "the-first-operators-password";
    static final String IDENTITY_KEY = "identity-key=an-identity-key-that-only-these-tests-know";
    static final String DATA_KEY = "data-key=QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=";

    static final String REQUESTED_MESSAGES = "requested-messages";

    /** Takes the messages in the place of service-sms, or the relay would never have done with them. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Receiver {
        @Bean
        Declarables requestedMessages() {
            return new Declarables(
                    new Queue(REQUESTED_MESSAGES),
                    new Binding(REQUESTED_MESSAGES, DestinationType.QUEUE, Topology.EVENTS, "sms.requested", null));
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    ConfigurableEnvironment environment;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    IdentityTokens identities;

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String text(String path) {
            return body.at(path).asText();
        }
    }

    Answer call(String method, String path, @Nullable Object body, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(
                                            body instanceof String text ? text : json.writeValueAsString(body)))
                    .header("Content-Type", "application/json");
            headers.forEach(request::header);
            HttpResponse<String> raw = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(raw.statusCode(), json.readTree(raw.body()), raw);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Answer post(String path, Object body) {
        return call("POST", path, body, Map.of());
    }

    Answer as(Caller caller, String method, String path, @Nullable Object body) {
        return call(method, path, body, identity(caller));
    }

    Map<String, String> identity(Caller caller) {
        return Map.of(IdentityTokens.HEADER, identities.issue(caller));
    }

    /** A phone that no other test uses. */
    static String newPhone() {
        return "13" + ThreadLocalRandom.current().nextLong(100_000_000, 1_000_000_000);
    }

    String requestCode(String phone) {
        Answer answer = post("/api/sign-in/codes", Map.of("phone", phone));
        if (answer.status() != 202) {
            throw new AssertionError("No code: " + answer);
        }
        return sentCode(phone);
    }

    /** The code as the outbox hands it to the sender of messages. */
    String sentCode(String phone) {
        return sent(phone, "code");
    }

    /** The lifetime that the message tells. */
    String sentMinutes(String phone) {
        return sent(phone, "minutes");
    }

    private String sent(String phone, String parameter) {
        try {
            String payload = jdbc.sql("SELECT payload FROM outbox WHERE payload LIKE ? ORDER BY id DESC LIMIT 1")
                    .param("%\"" + phone + "\"%")
                    .query(String.class)
                    .single();
            return json.readTree(payload).at("/parameters/" + parameter).asText();
        } catch (IOException notJson) {
            throw new IllegalStateException(notJson);
        }
    }

    Answer signIn(String phone) {
        return post("/api/sign-in", Map.of("phone", phone, "code", requestCode(phone)));
    }

    /** What the gateway makes of the answer's access token. */
    static Caller caller(Answer signIn) {
        try {
            var claims = com.nimbusds.jwt.SignedJWT.parse(signIn.text("/accessToken"))
                    .getJWTClaimsSet();
            return new Caller(
                    claims.getSubject(),
                    Set.of(Role.valueOf(claims.getStringListClaim("roles").get(0))),
                    claims.getStringClaim("sid"));
        } catch (ParseException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    Caller newUser() {
        return caller(signIn(newPhone()));
    }

    static Caller admin() {
        return new Caller("00000000-0000-4000-8000-000000000000", Set.of(Role.ADMIN), "an-operators-session");
    }

    /** Another instance on the same middleware; it has to be closed. */
    ConfigurableApplicationContext another(String... settings) {
        return another(List.of("test", "local"), settings);
    }

    ConfigurableApplicationContext another(List<String> profiles, String... settings) {
        PropertySource<?> servers = environment.getPropertySources().stream()
                .filter(source -> source.getName().startsWith("middleware of "))
                .findFirst()
                .orElseThrow();
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.addAll(List.of(
                "--server.port=0",
                "--" + IDENTITY_KEY,
                "--" + DATA_KEY,
                "--operator-password=" + OPERATOR_PASSWORD,
                "--spring.cloud.nacos.discovery.enabled=false"));
        return new SpringApplicationBuilder(UserApplication.class)
                .profiles(profiles.toArray(String[]::new))
                .initializers(
                        context -> context.getEnvironment().getPropertySources().addFirst(servers))
                .run(arguments.toArray(String[]::new));
    }

    /** Runs the call {@code times} times at once. */
    static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
