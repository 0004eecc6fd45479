package dev.slipway.messaging;

import dev.slipway.messaging.consumer.Subscription;
import dev.slipway.messaging.consumer.Undeliverable;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.MDC;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small service: each event books an amount into a table, unless told to fail. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class Ledger {

    /** What an event says; {@code failures} is how often its handling fails before it works. */
    public record Booked(String entry, int failures, boolean refused) {}

    /** What the handler saw, also of attempts that were rolled back. */
    public static final class Seen {
        public final Queue<String> entries = new ConcurrentLinkedQueue<>();
        public final Map<String, Integer> attempts = new ConcurrentHashMap<>();
        public final Map<String, String> traces = new ConcurrentHashMap<>();
        public volatile boolean allFail;
    }

    @Bean
    Seen seen() {
        return new Seen();
    }

    @Bean
    Subscription<Booked> booked(JdbcClient jdbc, Seen seen) {
        jdbc.sql("CREATE TABLE IF NOT EXISTS booking (entry VARCHAR(64) NOT NULL, at DATETIME(6) NOT NULL)")
                .update();
        return new Subscription<>("ledger", "entry.booked", Booked.class, (id, payload) -> {
            jdbc.sql("INSERT INTO booking VALUES (?, UTC_TIMESTAMP(6))")
                    .param(payload.entry())
                    .update();
            seen.entries.add(payload.entry());
            String trace = MDC.get("traceId");
            seen.traces.put(id, trace == null ? "" : trace);
            int attempt = seen.attempts.merge(id, 1, Integer::sum);
            if (payload.refused()) {
                throw new Undeliverable("refused by the test");
            }
            if (seen.allFail || attempt <= payload.failures()) {
                throw new IllegalStateException("fails as told, attempt " + attempt);
            }
        });
    }
}
