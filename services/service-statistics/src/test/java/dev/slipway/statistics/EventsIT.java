package dev.slipway.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.messaging.broker.Outgoing;
import dev.slipway.messaging.broker.Publication;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.broker.Topology;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.test.fuzz.Example;
import dev.slipway.test.fuzz.OpenApiFuzzer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances share the events; whatever order they come in, the counts are those of the latest states. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class EventsIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final LocalDate DAY = LocalDate.of(2031, 3, 5);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Surroundings surroundings;
    private Instance one;
    private Instance two;
    private String hospital;

    @BeforeAll
    void start() throws Exception {
        surroundings = new Surroundings();
        one = Instance.start(surroundings);
        two = Instance.start(surroundings);
    }

    @AfterAll
    void stop() {
        two.close();
        one.close();
        surroundings.close();
    }

    @BeforeEach
    void anotherHospital() {
        hospital = "H" + NUMBERS.incrementAndGet();
        surroundings.appointments.clear();
        surroundings.afterReading = () -> {};
    }

    @Test
    void everyDayOfTheRangeIsThere() {
        publish("confirmed", number(), DAY, 1);
        publish("confirmed", number(), DAY.plusDays(2), 1);
        awaitApplied(2);

        assertThat(one.counts(hospital, DAY.minusDays(1), DAY.plusDays(2))).containsExactly(0, 1, 0, 1);
        var all = one.admin("GET", "/admin/statistics/appointments?from=2031-03-04&to=2031-03-05");
        assertThat(all.body().get("dates").toString()).isEqualTo("[\"2031-03-04\",\"2031-03-05\"]");
        assertThat(all.body().get("counts").get(1).asInt()).isPositive();
    }

    @Test
    void anEventThatComesAgainCountsOnce() {
        String number = number();
        for (int i = 0; i < 5; i++) {
            publish("confirmed", number, DAY, 1);
        }
        publish("confirmed", number(), DAY, 1);
        awaitApplied(2);

        assertThat(one.counts(hospital, DAY, DAY)).containsExactly(2);
    }

    @Test
    void aCancellationBeforeItsConfirmationIsNotUndone() {
        String cancelled = number();
        publish("cancelled", cancelled, DAY, 3);
        awaitApplied(1);
        publish("confirmed", cancelled, DAY, 2);
        publish("confirmed", number(), DAY, 2);
        awaitApplied(3);

        assertThat(one.counts(hospital, DAY, DAY)).containsExactly(1);
    }

    @Test
    void manyEventsInAnyOrderAndSeveralTimesEndRight() {
        List<Runnable> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String number = number();
            LocalDate date = DAY.plusDays(i % 3);
            Collections.addAll(
                    events, () -> publish("confirmed", number, date, 2), () -> publish("confirmed", number, date, 2));
            if (i % 4 == 0) {
                events.add(() -> publish("cancelled", number, date, 3));
            } else if (i % 4 == 1) {
                events.add(() -> publish("expired", number, date, 4));
            }
        }
        Collections.shuffle(events, new Random(5));
        events.forEach(Runnable::run);
        awaitApplied(60 + 30);

        assertThat(two.counts(hospital, DAY, DAY.plusDays(2))).containsExactly(10, 10, 10);
    }

    @Test
    void anEventWithoutWhatMattersIsParked() throws Exception {
        send("confirmed", "no-date-" + hospital, Map.of("number", "n", "hospitalCode", hospital, "version", 1));

        RabbitTemplate rabbit = one.bean(RabbitTemplate.class);
        Message parked = rabbit.receive(Topology.PARKED, LONG_ENOUGH.toMillis());
        assertThat(parked).isNotNull();
        assertThat(parked.getMessageProperties().getMessageId()).isEqualTo("no-date-" + hospital);
    }

    @Test
    void aRebuildBringsBackWhatWasLostAndRemovesWhatNeverWas() {
        String phantom = number();
        String stale = number();
        publish("confirmed", phantom, DAY, 9);
        publish("confirmed", stale, DAY, 9);
        awaitApplied(2);
        surroundings.has(stale, hospital, DAY, "CANCELLED", 5);
        for (String status : List.of("CONFIRMED", "PAID", "FETCHED", "REQUESTED", "EXPIRED", "REFUNDED")) {
            surroundings.has(number(), hospital, DAY.plusDays(1), status, 2);
        }

        var result = one.admin("POST", "/admin/statistics/appointments/rebuild");

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.body().get("appointments").asInt()).isEqualTo(7);
        assertThat(result.body().get("removed").asInt()).isPositive();
        assertThat(two.counts(hospital, DAY, DAY.plusDays(1))).containsExactly(0, 3);
    }

    @Test
    void eventsDuringARebuildAreNeitherLostNorCountedTwice() {
        String cancelledMeanwhile = number();
        String confirmedMeanwhile = number();
        surroundings.has(cancelledMeanwhile, hospital, DAY, "CONFIRMED", 2);
        surroundings.has(number(), hospital, DAY, "PAID", 3);
        surroundings.afterReading = () -> {
            publish("cancelled", cancelledMeanwhile, DAY, 3);
            publish("confirmed", confirmedMeanwhile, DAY, 1);
            awaitApplied(2);
        };

        assertThat(one.admin("POST", "/admin/statistics/appointments/rebuild").status())
                .isEqualTo(200);

        assertThat(one.counts(hospital, DAY, DAY)).containsExactly(2);
    }

    @Test
    void aRebuildReadsPageAfterPage() {
        for (int i = 0; i < 2_300; i++) {
            surroundings.has("%s-%05d".formatted(hospital, i), hospital, DAY.plusDays(i % 2), "CONFIRMED", 1);
        }

        var result = one.admin("POST", "/admin/statistics/appointments/rebuild");

        assertThat(result.body().get("appointments").asInt()).isEqualTo(2_300);
        assertThat(one.counts(hospital, DAY, DAY.plusDays(1))).containsExactly(1_150, 1_150);
    }

    @Test
    void whileOrderIsAwayARebuildRemovesNothing() {
        publish("confirmed", number(), DAY, 1);
        awaitApplied(1);
        surroundings.failures.set(2);
        surroundings.has(number(), hospital, DAY.plusDays(1), "CONFIRMED", 1);

        assertThat(one.admin("POST", "/admin/statistics/appointments/rebuild").status())
                .as("two failures are tried again")
                .isEqualTo(200);

        publish("confirmed", number(), DAY.plusDays(2), 1);
        awaitApplied(2);
        surroundings.failures.set(Integer.MAX_VALUE);
        var refused = one.admin("POST", "/admin/statistics/appointments/rebuild");
        surroundings.failures.set(0);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body().get("code").asText()).isEqualTo("order-unavailable");
        assertThat(one.counts(hospital, DAY.plusDays(1), DAY.plusDays(2))).containsExactly(1, 1);
    }

    @Test
    void oneInstanceRebuildsOnceAtATime() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean waited = new AtomicBoolean();
        surroundings.afterReading = () -> {
            reading.countDown();
            try {
                waited.set(goOn.await(2, TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        };
        List<Integer> first = new ArrayList<>();
        Thread other = new Thread(() -> first.add(
                one.admin("POST", "/admin/statistics/appointments/rebuild").status()));
        other.start();
        assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();

        var second = one.admin("POST", "/admin/statistics/appointments/rebuild");
        goOn.countDown();
        other.join();

        assertThat(second.status()).isEqualTo(409);
        assertThat(first).containsExactly(200);
        assertThat(waited.get()).isTrue();
    }

    @Test
    void badRangesAreRefusedByName() {
        assertRefused("from=2031-03-05&to=2031-03-04", "to");
        assertRefused("from=2031-01-01&to=2032-01-02", "to");
        assertRefused("from=yesterday&to=2031-03-04", "from");
        assertRefused("from=1999-12-31&to=2000-01-01", "from");
        assertRefused("from=2031-03-04&to=2031-02-30", "to");
        assertRefused("from=2031-03-04&to=2031-03-05&hospitalCode=a%20b", "hospitalCode");
        assertThat(one.admin("GET", "/admin/statistics/appointments?to=2031-03-04")
                        .status())
                .isEqualTo(400);
        assertThat(one.admin("GET", "/admin/statistics/appointments?from=2031-01-01&to=2032-01-01")
                        .status())
                .as("366 days")
                .isEqualTo(200);
    }

    @Test
    void onlyOperatorsSeeAndRebuild() {
        String counts = "/admin/statistics/appointments?from=2031-03-04&to=2031-03-05";
        String rebuild = "/admin/statistics/appointments/rebuild";
        assertThat(one.call("GET", counts, Map.of()).status()).isEqualTo(401);
        assertThat(one.call("GET", counts, one.identity(Role.USER)).status()).isEqualTo(403);
        assertThat(one.call("POST", rebuild, one.identity(Role.USER)).status()).isEqualTo(403);
    }

    @Test
    void anyInputGetsADocumentedAnswer() throws Exception {
        OpenApiFuzzer.Report report = new OpenApiFuzzer(one.uri())
                .header(IdentityTokens.HEADER, () -> one.identity(Role.ADMIN).get(IdentityTokens.HEADER))
                .example("GET /admin/statistics/appointments", () -> Example.call()
                        .with("hospitalCode", hospital)
                        .with("from", "2031-03-04")
                        .with("to", "2031-03-05"))
                .run(60);

        assertThat(report.faults()).isEmpty();
        assertThat(report.onlyRefused()).isEmpty();
        assertThat(report.calls())
                .containsOnlyKeys("GET /admin/statistics/appointments", "POST /admin/statistics/appointments/rebuild");
    }

    private void assertRefused(String query, String field) {
        var answer = one.admin("GET", "/admin/statistics/appointments?" + query);
        assertThat(answer.status()).as(query).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asText()).as(query).isEqualTo(field);
    }

    private String number() {
        return "%s-%d".formatted(hospital, NUMBERS.incrementAndGet());
    }

    /** As service-order does: one id for a number and a word, so a second one is a repetition. */
    private void publish(String word, String number, LocalDate date, long version) {
        send(
                word,
                number + "-" + word,
                Map.of(
                        "number",
                        number,
                        "hospitalCode",
                        hospital,
                        "departmentCode",
                        "D1",
                        "visitDate",
                        date.toString(),
                        "amount",
                        "120.00",
                        "version",
                        version));
    }

    private void send(String word, String id, Map<String, Object> payload) {
        String type = "appointment." + word;
        try {
            Message message = MessageBuilder.withBody(JSON.writeValueAsBytes(payload))
                    .setMessageId(id)
                    .setType(type)
                    .setContentType("application/json")
                    .build();
            assertThat(one.bean(Publisher.class).publish(List.of(new Outgoing(Topology.EVENTS, type, message))))
                    .containsExactly(new Publication.Confirmed());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Until so many different events of this test's hospital have been applied. */
    private void awaitApplied(int events) {
        JdbcClient jdbc = one.bean(JdbcClient.class);
        await().atMost(LONG_ENOUGH)
                .until(() -> jdbc.sql("SELECT COUNT(*) FROM consumed_event WHERE event_id LIKE ?")
                                .param(hospital + "-%")
                                .query(Integer.class)
                                .single()
                        == events);
    }
}
