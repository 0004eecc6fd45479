package dev.slipway.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.messaging.LedgerTest;
import dev.slipway.messaging.parking.ParkedMessage;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@UseMiddleware({Kind.MYSQL, Kind.RABBITMQ})
class ConsumerIT extends LedgerTest {

    @Autowired
    ConsumedEvents consumed;

    @Test
    void repeatedAndReorderedDeliveriesAreAppliedOnce() {
        List<Integer> deliveries = new ArrayList<>();
        for (int copy = 0; copy < 5; copy++) {
            IntStream.range(0, 40).forEach(deliveries::add);
        }
        Collections.shuffle(deliveries, new Random(7));
        deliveries.forEach(i -> send("shuffled-" + i, "entry.booked", json("shuffled " + i, 0, false)));
        String last = newId();
        send(last, "entry.booked", json("last", 0, false));

        awaitBooked("last");
        await().atMost(Duration.ofSeconds(20)).until(() -> rows("shuffled %") == 40);
        IntStream.range(0, 40).forEach(i -> assertThat(booked("shuffled " + i)).isEqualTo(1));
    }

    @Test
    void aFailureIsTriedAgainAndLeavesNoTrace() {
        String id = newId();
        send(id, "entry.booked", json("fails twice", 2, false));

        awaitBooked("fails twice");

        assertThat(seen.attempts).containsEntry(id, 3);
        assertThat(parkedEvents(id)).isEmpty();
    }

    @Test
    void whatKeepsFailingIsParked() {
        String id = newId();
        send(id, "entry.booked", json("always fails 13800001234", 99, false));

        ParkedMessage message = awaitParked(id);

        assertThat(message.queue()).isEqualTo(QUEUE);
        assertThat(message.type()).isEqualTo("entry.booked");
        assertThat(message.attempts()).isEqualTo(3);
        assertThat(message.error()).isEqualTo("IllegalStateException");
        assertThat(message.body()).contains("always fails ****").doesNotContain("1380000");
        assertThat(booked("always fails 13800001234")).isZero();
    }

    @Test
    void poisonIsParkedAtOnce() {
        int before = parked.all().size();
        send(newId(), "entry.booked", "{\"entry\": ");
        send(newId(), "entry.booked", "{\"entry\":\"x\",\"failures\":\"many\"}");
        send(newId(), "entry.cancelled", json("other type", 0, false));
        send(newId(), null, json("no type", 0, false));
        send(null, "entry.booked", json("no id", 0, false));
        String refused = newId();
        send(refused, "entry.booked", json("refused", 0, true));

        await().atMost(Duration.ofSeconds(20)).until(() -> parked.all().size() == before + 6);

        assertThat(parked.all().stream().map(ParkedMessage::error))
                .contains(
                        "body is not JSON",
                        "body does not fit at 'failures'",
                        "not of type entry.booked",
                        "no usable event id",
                        "refused by the test");
        assertThat(seen.attempts).containsEntry(refused, 1);
        assertThat(booked("refused")).isZero();
    }

    @Test
    void oneOfManyAtTheSameTimeApplies() {
        AtomicInteger runs = new AtomicInteger();
        List<CompletableFuture<Boolean>> calls = IntStream.range(0, 8)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> consumed.once("any.queue", "one", runs::incrementAndGet)))
                .toList();

        assertThat(calls.stream().filter(CompletableFuture::join)).hasSize(1);
        assertThat(runs).hasValue(1);
    }

    private int rows(String pattern) {
        return jdbc.sql("SELECT COUNT(*) FROM booking WHERE entry LIKE ?")
                .param(pattern)
                .query(Integer.class)
                .single();
    }
}
