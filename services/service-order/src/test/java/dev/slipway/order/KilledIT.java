package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.order.StandInHospital.Mood;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.test.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A second instance that is killed with -9 while the hospital has its request; this one finishes what it began. */
class KilledIT extends ServiceTest {
    @Autowired
    Environment environment;

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"LATE", "STUCK_BEFORE"})
    void whatAKilledInstanceHadReservedIsFinishedByAnother(Mood mood) throws Exception {
        HOSPITAL.mood = mood;
        HOSPITAL.open = new CountDownLatch(1);
        Caller user = newUser();
        String schedule = newSchedule(1);
        int other = FreePort.next();
        Process process = start(other);
        try {
            await().atMost(Duration.ofSeconds(90)).until(() -> isReady(other));
            HttpRequest booking = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other + "/api/appointments"))
                    .header("Content-Type", "application/json")
                    .header(IdentityTokens.HEADER, identities.issue(user))
                    .header("Idempotency-Key", "survives")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(wish(user, schedule))))
                    .build();
            var answer = HttpClient.newHttpClient().sendAsync(booking, HttpResponse.BodyHandlers.discarding());
            await().atMost(PATIENCE).until(() -> HOSPITAL.waiting.get() > 0);
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(answer).failsWithin(Duration.ofSeconds(10));
        } finally {
            process.destroyForcibly();
        }
        String number = jdbc.sql("SELECT number FROM appointment WHERE user_id = ?")
                .param(user.id())
                .query(String.class)
                .single();
        assertThat(status(number)).isEqualTo("REQUESTED");
        assertThat(active(schedule)).isEqualTo(1);
        HOSPITAL.mood = Mood.KIND;
        HOSPITAL.open.countDown();
        awaitStatus(number, "CONFIRMED");
        assertThat(HOSPITAL.held("s-" + schedule)).isEqualTo(1);
        Answer repeated = book(user, schedule, "survives");
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.text("/number")).isEqualTo(number);
        assertThat(told(number, "-confirmed")).isEqualTo(2);
    }

    private static boolean isReady(int port) {
        try {
            HttpRequest ready = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                    .build();
            return HttpClient.newHttpClient()
                            .send(ready, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Everything is told by the environment, nothing by arguments. */
    private Process start(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                OrderApplication.class.getName());
        builder.redirectErrorStream(true);
        builder.redirectOutput(Path.of("target", "killed-instance.log").toFile());
        List<String> same = new ArrayList<>(List.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "spring.rabbitmq.host",
                "spring.rabbitmq.port",
                "spring.rabbitmq.username",
                "spring.rabbitmq.password",
                "spring.rabbitmq.virtual-host",
                "mysql-password",
                "rabbitmq-password",
                "identity-key",
                "data-key",
                "spring.cloud.discovery.client.simple.instances.service-user[0].uri",
                "spring.cloud.discovery.client.simple.instances.service-hosp[0].uri"));
        Map<String, Object> properties = new HashMap<>();
        same.forEach(name -> properties.put(name, environment.getRequiredProperty(name)));
        properties.put("slipway.remote.answer", "20s");
        properties.put("slipway.remote.deadline", "20s");
        properties.put("server.port", port);
        properties.put("server.address", "127.0.0.1");
        builder.environment().put("SPRING_PROFILES_ACTIVE", "test,local");
        builder.environment().put("SPRING_APPLICATION_JSON", json.writeValueAsString(properties));
        return builder.start();
    }
}
