package dev.slipway.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.messaging.LedgerTest;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

@UseMiddleware({Kind.MYSQL, Kind.RABBITMQ})
@TestPropertySource(properties = "slipway.messaging.outbox.poll=500ms")
class RelayKilledIT extends LedgerTest {

    @Autowired
    Environment environment;

    @Autowired
    RelayWorker relay;

    @Autowired
    MeterRegistry meters;

    @Test
    void whatAKilledRelayPublishedIsPublishedAgainAndAppliedOnce() throws IOException, InterruptedException {
        relay.stop();
        String id = newId();
        store(new Event(id, "entry.booked", entry("survives the kill")));
        publishAndBeKilled();
        assertThat(publishedAt(id)).isZero();
        awaitBooked("survives the kill");

        relay.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> publishedAt(id) == 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> repeated() == 1);
        assertThat(booked("survives the kill")).isEqualTo(1);
        assertThat(seen.attempts).containsEntry(id, 1);
    }

    private void publishAndBeKilled() throws IOException, InterruptedException {
        Process process = start();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.startsWith(KilledRelay.PUBLISHED) && !line.startsWith("failed")) {
                line = lines.readLine();
            }
            assertThat(line).isEqualTo(KilledRelay.PUBLISHED + " 1");
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isNotZero();
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledRelay.class.getName());
        builder.redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "DB_URL", property("spring.datasource.url"),
                        "DB_USER", property("spring.datasource.username"),
                        "DB_PASSWORD", property("spring.datasource.password"),
                        "MQ_HOST", property("spring.rabbitmq.host"),
                        "MQ_PORT", property("spring.rabbitmq.port"),
                        "MQ_USER", property("spring.rabbitmq.username"),
                        "MQ_PASSWORD", property("spring.rabbitmq.password"),
                        "MQ_VHOST", property("spring.rabbitmq.virtual-host")));
        return builder.start();
    }

    private String property(String name) {
        return environment.getRequiredProperty(name);
    }

    private double repeated() {
        return meters.counter("slipway.messages.consumed", "queue", QUEUE, "outcome", "repeated")
                .count();
    }

    private int publishedAt(String id) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox WHERE event_id = ? AND published_at IS NOT NULL")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
