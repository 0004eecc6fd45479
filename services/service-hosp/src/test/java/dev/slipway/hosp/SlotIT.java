package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.hosp.schedule.ScheduleOffer;
import dev.slipway.hosp.schedule.Schedules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The number of places given away follows service-order, whatever the order of its events. */
class SlotIT extends ServiceTest {
    private static final LocalDate DAY = TestClock.TODAY.plusDays(1);

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Schedules schedules;

    private void tell(String eventId, String scheduleId, int active, long revision) {
        String body = "{\"scheduleId\":\"%s\",\"active\":%d,\"revision\":%d,\"more\":1}"
                .formatted(scheduleId, active, revision);
        rabbit.send(
                "slipway.events",
                "slot.changed",
                MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                        .setMessageId(eventId)
                        .setType("slot.changed")
                        .setContentType("application/json")
                        .build());
    }

    private int consumed(String prefix) {
        return jdbc.sql("SELECT COUNT(*) FROM consumed_event WHERE event_id LIKE ?")
                .param(prefix + "%")
                .query(Integer.class)
                .single();
    }

    @Test
    void lateRepeatedAndReorderedEventsChangeNothing() {
        Api api = api();
        Api.Hospital hospital = api.online("号源");
        api.upload(hospital, List.of(Api.schedule("S1", DAY))).require(200);
        String id = api.scheduleId(hospital, DAY);
        String event = "slot-" + id + "-";
        tell(event + 3, id, 7, 3);
        Eventually.is("the first event is consumed", () -> consumed(event) == 1);
        assertThat(available(api, id)).isEqualTo(3);
        tell(event + 3, id, 7, 3);
        tell(event + 1, id, 1, 1);
        tell(event + 2, id, 9, 2);
        tell(event + "3-again", id, 5, 3);
        tell(event + "x", "unknown-" + id, 5, 9);
        Eventually.is("all are consumed", () -> consumed(event) == 5);
        assertThat(available(api, id)).isEqualTo(3);
        tell(event + 4, id, 10, 4);
        Eventually.is("consumed", () -> consumed(event) == 6);
        assertThat(available(api, id)).isZero();
        assertThat(api.get("/api/hospitals/" + hospital.code() + "/departments/D1/calendar")
                        .text("/items/1/status"))
                .isEqualTo("full");
    }

    private static int available(Api api, String id) {
        return api.get("/api/schedules/" + id)
                .require(200)
                .body()
                .at("/available")
                .asInt();
    }

    @Test
    void aLoweredTotalIsNeverNegativeAndAVisitWithAppointmentsStays() {
        Api api = api();
        Api.Hospital hospital = api.online("减号");
        api.upload(hospital, List.of(Api.schedule("S1", DAY))).require(200);
        String id = api.scheduleId(hospital, DAY);
        assertThat(schedules.follow(id, 7, 1)).isTrue();
        Map<String, Object> fewer = Api.schedule("S1", DAY);
        fewer.put("total", 5);
        assertThat(api.upload(hospital, List.of(fewer)).text("/items/0/result")).isEqualTo("updated");
        assertThat(available(api, id)).isZero();
        Map<String, Object> moved = Api.schedule("S1", DAY.plusDays(1));
        Api.Answer refused = api.upload(hospital, List.of(moved)).require(200);
        assertThat(refused.text("/items/0/result")).isEqualTo("rejected");
        assertThat(refused.text("/items/0/reason")).contains("appointments");
        schedules.follow(id, 0, 2);
        assertThat(api.upload(hospital, List.of(moved)).text("/items/0/result")).isEqualTo("updated");
    }

    @Test
    void aCancellationIsTakenAfterTheDateAndWhateverElseChanged() {
        Api api = api();
        Api.Hospital hospital = api.online("停诊");
        api.upload(hospital, List.of(Api.schedule("S1", TestClock.TODAY), Api.schedule("S2", DAY)))
                .require(200);
        String past = api.scheduleId(hospital, TestClock.TODAY);
        String moved = api.scheduleId(hospital, DAY);
        schedules.follow(past, 1, 1);
        schedules.follow(moved, 1, 1);
        clock.set(TestClock.NINE.plus(Duration.ofHours(16)));
        List<Map<String, Object>> cancelled = List.of(
                cancelled("S1", TestClock.TODAY), cancelled("S2", DAY.plusDays(2)), cancelled("S3", TestClock.TODAY));
        Api.Answer first = api.upload(hospital, cancelled).require(200);
        assertThat(first.body().at("/items").findValuesAsText("result"))
                .containsExactly("updated", "updated", "rejected");
        assertThat(api.inner("/inner/schedules/" + past).text("/state")).isEqualTo("cancelled");
        Api.Answer kept = api.inner("/inner/schedules/" + moved);
        assertThat(kept.text("/state")).isEqualTo("cancelled");
        assertThat(kept.text("/workDate")).isEqualTo(DAY.toString());
        assertThat(api.upload(hospital, cancelled).body().at("/items").findValuesAsText("result"))
                .containsExactly("unchanged", "unchanged", "rejected");
    }

    /** Else the news of the cancellation could be overtaken, and its appointments would stay. */
    @Test
    void aCancelledScheduleIsOfferedAgainOnceItsAppointmentsAreCancelled() {
        Api api = api();
        Api.Hospital hospital = api.online("复诊");
        api.upload(hospital, List.of(Api.schedule("S1", DAY))).require(200);
        String id = api.scheduleId(hospital, DAY);
        schedules.follow(id, 1, 1);
        api.upload(hospital, List.of(cancelled("S1", DAY))).require(200);
        Api.Answer refused = api.upload(hospital, List.of(Api.schedule("S1", DAY)));
        assertThat(refused.text("/items/0/result")).isEqualTo("rejected");
        assertThat(refused.text("/items/0/reason")).contains("appointments");
        api.signed(hospital, "DELETE", "/openapi/hosp/schedules/S1", null).require(204);
        assertThat(api.upload(hospital, List.of(Api.schedule("S1", DAY))).text("/items/0/result"))
                .isEqualTo("rejected");
        schedules.follow(id, 0, 2);
        assertThat(api.upload(hospital, List.of(Api.schedule("S1", DAY))).text("/items/0/result"))
                .isEqualTo("created");
    }

    /** Nobody may miss what does not take place because the schedule was just being changed. */
    @Test
    void aCancellationIsTakenHoweverOftenTheScheduleIsChangedMeanwhile() throws Exception {
        Api api = api();
        Api.Hospital hospital = api.online("争用");
        api.upload(hospital, List.of(Api.schedule("S1", DAY))).require(200);
        String id = api.scheduleId(hospital, DAY);
        ScheduleOffer open = schedules.find(id).orElseThrow().offer();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 8; i++) {
                threads.execute(() -> {
                    while (!over.get()) {
                        schedules.change(schedules.find(id).orElseThrow(), open);
                    }
                });
            }
            for (int i = 0; i < 20; i++) {
                assertThat(api.upload(hospital, List.of(cancelled("S1", DAY)))
                                .require(200)
                                .text("/items/0/result"))
                        .isIn("updated", "unchanged");
                assertThat(api.signed(hospital, "DELETE", "/openapi/hosp/schedules/S1", null)
                                .status())
                        .isIn(204, 404);
            }
        } finally {
            over.set(true);
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        api.upload(hospital, List.of(cancelled("S1", DAY))).require(200);
        assertThat(api.inner("/inner/schedules/" + id).text("/state")).isEqualTo("cancelled");
    }

    private static Map<String, Object> cancelled(String id, LocalDate date) {
        Map<String, Object> schedule = Api.schedule(id, date);
        schedule.put("status", "cancelled");
        return schedule;
    }

    @Test
    void revisionsAtOnceEndWithTheNewest() throws Exception {
        Api api = api();
        Api.Hospital hospital = api.online("并发号源");
        api.upload(hospital, List.of(Api.schedule("S1", DAY))).require(200);
        String id = api.scheduleId(hospital, DAY);
        List<Integer> revisions =
                new ArrayList<>(IntStream.rangeClosed(1, 200).boxed().toList());
        Collections.shuffle(revisions, new Random(7));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            threads.invokeAll(revisions.stream()
                    .<Callable<Boolean>>map(revision -> () -> schedules.follow(id, revision % 10, revision))
                    .toList());
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(schedules.find(id).orElseThrow().active()).isZero();
        assertThat(schedules.follow(id, 5, 200)).isFalse();
        assertThat(schedules.follow(id, 5, 201)).isTrue();
    }
}
