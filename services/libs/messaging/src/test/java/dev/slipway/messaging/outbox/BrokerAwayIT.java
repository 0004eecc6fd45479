package dev.slipway.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.messaging.LedgerTest;
import dev.slipway.test.Middleware;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

@UseMiddleware({Kind.MYSQL, Kind.RABBITMQ})
class BrokerAwayIT extends LedgerTest {

    @Test
    void aBrokerKilledForTenSecondsLosesNothing() throws InterruptedException {
        Set<String> entries = new HashSet<>();
        storeFor(Duration.ofSeconds(1), "before", entries);
        Middleware.rabbitmq().server().kill();
        try {
            storeFor(Duration.ofSeconds(10), "away", entries);
        } finally {
            Middleware.rabbitmq().server().start();
        }
        storeFor(Duration.ofSeconds(1), "back", entries);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(new HashSet<>(jdbc.sql("SELECT entry FROM booking")
                                .query(String.class)
                                .list()))
                        .isEqualTo(entries));
        assertThat(jdbc.sql("SELECT COUNT(*) FROM booking").query(Integer.class).single())
                .isEqualTo(entries.size());
        assertThat(parked.all()).isEmpty();
    }

    private void storeFor(Duration length, String name, Set<String> entries) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            String entry = name + " " + i;
            store(new Event(newId(), "entry.booked", entry(entry)));
            entries.add(entry);
            Thread.sleep(50);
        }
    }
}
