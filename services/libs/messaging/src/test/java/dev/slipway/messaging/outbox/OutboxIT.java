package dev.slipway.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.messaging.LedgerTest;
import dev.slipway.messaging.broker.Outgoing;
import dev.slipway.messaging.broker.Publication;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

@UseMiddleware({Kind.MYSQL, Kind.RABBITMQ})
class OutboxIT extends LedgerTest {

    @Autowired
    PendingEvents events;

    @Autowired
    Tracer tracer;

    @Test
    void aCommitWakesTheRelayAtOnce() {
        store(new Event(newId(), "entry.booked", entry("first, makes connections")));
        awaitBooked("first, makes connections");

        long start = System.nanoTime();
        store(new Event(newId(), "entry.booked", entry("woken")));
        awaitBooked("woken");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void whatIsRolledBackIsNeverPublished() throws InterruptedException {
        String id = newId();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.store(new Event(id, "entry.booked", entry("rolled back")));
            status.setRollbackOnly();
        });
        store(new Event(newId(), "entry.booked", entry("after the rollback")));
        awaitBooked("after the rollback");
        Thread.sleep(300);

        assertThat(booked("rolled back")).isZero();
        assertThat(seen.attempts).doesNotContainKey(id);
    }

    @Test
    void anEventNeedsATransaction() {
        assertThatThrownBy(() -> outbox.store(new Event(newId(), "entry.booked", entry("alone"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anIdIsStoredOnce() {
        Event event = new Event(newId(), "entry.booked", entry("twice"));
        store(event);

        assertThatThrownBy(() -> store(event)).isInstanceOf(DuplicateKeyException.class);
        awaitBooked("twice");
    }

    @Test
    void aDelayedEventWaitsForItsTime() {
        Instant due = Instant.now().plusSeconds(2);
        store(new Event(newId(), "entry.booked", entry("later")).dueAt(due));
        awaitBooked("later");

        LocalDateTime at = jdbc.sql("SELECT at FROM booking WHERE entry = 'later'")
                .query(LocalDateTime.class)
                .single();
        Instant booked = at.toInstant(java.time.ZoneOffset.UTC);
        assertThat(booked).isBetween(due, due.plusSeconds(5));
    }

    @Test
    void whatNobodyConsumesStaysAndIsReported() {
        String id = newId();
        store(new Event(id, "nobody.listens", entry("unheard")));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Map<String, Object> row = jdbc.sql("SELECT * FROM outbox WHERE event_id = ?")
                    .param(id)
                    .query()
                    .singleRow();
            assertThat(row.get("published_at")).isNull();
            assertThat((Integer) row.get("attempts")).isGreaterThanOrEqualTo(2);
            assertThat((String) row.get("last_error")).isNotBlank();
        });
        assertThat(events.backlog().pending()).isPositive();
        jdbc.sql("DELETE FROM outbox WHERE event_id = ?").param(id).update();
    }

    @Test
    void theTraceOfTheProducerGoesOnInTheConsumer() {
        String id = newId();
        Span span = tracer.nextSpan().name("request").start();
        try (var scope = tracer.withSpan(span)) {
            assertThat(scope).isNotNull();
            store(new Event(id, "entry.booked", entry("traced")));
        } finally {
            span.end();
        }
        awaitBooked("traced");

        assertThat(seen.traces).containsEntry(id, span.context().traceId());
    }

    @Test
    void publishedEventsAreDeletedAfterAWhile() {
        String old = newId();
        String young = newId();
        store(new Event(old, "entry.booked", entry("old")));
        store(new Event(young, "entry.booked", entry("young")));
        await().atMost(Duration.ofSeconds(20)).until(() -> unpublished(old, young) == 0);
        jdbc.sql("UPDATE outbox SET published_at = published_at - INTERVAL 2 DAY WHERE event_id = ?")
                .param(old)
                .update();

        events.deletePublished(Duration.ofDays(1), 1000);

        assertThat(jdbc.sql("SELECT event_id FROM outbox WHERE event_id IN (?, ?)")
                        .params(old, young)
                        .query(String.class)
                        .list())
                .containsExactly(young);
    }

    @Test
    void relaysSideBySidePublishEachEventOnce() {
        int count = 600;
        new TransactionTemplate(transactions).executeWithoutResult(status -> IntStream.range(0, count)
                .forEach(i -> events.add(
                        new Event("side-" + i, "entry.booked", "")
                                .dueAt(Instant.now().plusSeconds(3600)),
                        "{}",
                        null)));
        jdbc.sql("UPDATE outbox SET next_attempt_at = UTC_TIMESTAMP(6), type = 'side' WHERE event_id LIKE 'side-%'")
                .update();
        ConcurrentLinkedQueue<String> published = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> relays = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            OutboxRelay relay = relay(new Recording(published));
            relays.add(CompletableFuture.runAsync(() -> {
                while (unpublishedSide() > 0) {
                    assertThat(relay.turn()).isNotNull();
                }
            }));
        }
        relays.forEach(CompletableFuture::join);

        assertThat(published.stream().filter(id -> id.startsWith("side-")))
                .hasSize(count)
                .doesNotHaveDuplicates();
    }

    private int unpublishedSide() {
        return jdbc.sql("SELECT COUNT(*) FROM outbox WHERE event_id LIKE 'side-%' AND published_at IS NULL")
                .query(Integer.class)
                .single();
    }

    private int unpublished(String... ids) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox WHERE event_id IN (:ids) AND published_at IS NULL")
                .param("ids", List.of(ids))
                .query(Integer.class)
                .single();
    }

    private OutboxRelay relay(Publisher publisher) {
        Duration second = Duration.ofSeconds(1);
        OutboxProperties properties = new OutboxProperties(
                true, 20, second, Duration.ofSeconds(30), second, second, second, Duration.ofDays(1));
        return new OutboxRelay(
                events, publisher, properties, new OutboxMetrics(new SimpleMeterRegistry()), new Random(1));
    }

    /** A broker that takes everything and writes it down. */
    private record Recording(ConcurrentLinkedQueue<String> published) implements Publisher {
        @Override
        public List<Publication> publish(List<Outgoing> batch) {
            batch.forEach(
                    one -> published.add(one.message().getMessageProperties().getMessageId()));
            return batch.stream()
                    .<Publication>map(one -> new Publication.Confirmed())
                    .toList();
        }

        @Override
        public boolean reachable() {
            return true;
        }
    }
}
