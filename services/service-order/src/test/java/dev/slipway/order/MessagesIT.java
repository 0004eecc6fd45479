package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.order.StandInHospital.Mood;
import dev.slipway.security.identity.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MessagesIT extends ServiceTest {
    @Autowired
    Clock clock;

    @Test
    void aCancelledScheduleTakesItsAppointmentsWithIt() {
        String schedule = newSchedule(5);
        Caller paying = newUser();
        String paid = booked(paying, schedule);
        String trade = as(paying, "POST", "/api/appointments/" + paid + "/payment", null)
                .text("/outTradeNo");
        call("POST", "/cashier/" + trade, Map.of("outcome", "pay"), Map.of());
        String unpaid = booked(newUser(), schedule);
        HOSPITAL.mood = Mood.DROP_BEFORE;
        String unknown = book(newUser(), schedule).text("/number");
        HOSPITAL.mood = Mood.KIND;

        publish("schedule.changed", change(schedule, 5, "cancelled", 2));
        awaitStatus(paid, "REFUNDED");
        awaitStatus(unpaid, "CANCELLED");
        awaitStatus(unknown, "CANCELLED");
        assertThat(active(schedule)).isZero();
        assertThat(book(newUser(), schedule).text("/code")).isEqualTo("not-open");

        publish("schedule.changed", change(schedule, 5, "open", 1));
        publish("schedule.changed", change(schedule, 7, "open", 3));
        await().atMost(PATIENCE).until(() -> total(schedule) == 7);
        booked(newUser(), schedule);
    }

    @Test
    void whatALostMessageLeftBehindIsFoundByTheNextTrigger() {
        String schedule = newSchedule(5);
        String number = booked(newUser(), schedule);
        jdbc.sql("UPDATE schedule_slot SET withdrawn = TRUE WHERE schedule_id = ?")
                .param(schedule)
                .update();
        publish("task.reconcile-requests", Map.of("runId", "r", "scheduledFor", "2026-01-01T00:00:00Z"));
        awaitStatus(number, "CANCELLED");
    }

    @Test
    void aVisitIsRemindedOfOnceHoweverOftenTheTriggerComes() {
        LocalDate tomorrow =
                LocalDate.now(clock.withZone(StandInCatalogue.ZONE)).plusDays(1);
        String schedule = newSchedule(5);
        CATALOGUE.add(schedule, 5, tomorrow, "reminded");
        CATALOGUE.change(
                schedule,
                "quitDeadline",
                tomorrow.atTime(8, 0)
                        .atZone(StandInCatalogue.ZONE)
                        .toOffsetDateTime()
                        .toString());
        Caller cancelling = newUser();
        String kept = booked(newUser(), schedule);
        String cancelled = booked(cancelling, schedule);
        assertThat(cancel(cancelling, cancelled).status()).isEqualTo(200);
        String later = booked(newUser(), newSchedule(5));
        for (int i = 0; i < 5; i++) {
            publish("task.remind-visits", Map.of("runId", "r" + i, "scheduledFor", clock.instant()));
        }
        await().atMost(PATIENCE).until(() -> told(kept, "-sms-visit-reminder") == 1);
        String leftBehind = booked(newUser(), schedule);
        publish("task.remind-visits", Map.of("runId", "last", "scheduledFor", clock.instant()));
        await().atMost(PATIENCE).until(() -> told(leftBehind, "-sms-visit-reminder") == 1);
        assertThat(told(kept, "-sms-visit-reminder")).isEqualTo(1);
        assertThat(told(cancelled, "-sms-visit-reminder")).isZero();
        assertThat(told(later, "-sms-visit-reminder")).isZero();
    }

    @Test
    void aHospitalSaysThatANumberWasFetched() {
        Caller user = newUser();
        String number = booked(user, newSchedule(2));
        String path = record(number) + "/fetched";
        assertThat(as(service(), "POST", path, null).text("/code")).isEqualTo("not-paid");
        String trade = as(user, "POST", "/api/appointments/" + number + "/payment", null)
                .text("/outTradeNo");
        call("POST", "/cashier/" + trade, Map.of("outcome", "pay"), Map.of());
        assertThat(as(service(), "POST", path, null).status()).isEqualTo(204);
        assertThat(as(service(), "POST", path, null).status()).isEqualTo(204);
        assertThat(status(number)).isEqualTo("FETCHED");
        assertThat(cancel(user, number).text("/code")).isEqualTo("too-late");
        assertThat(as(service(), "POST", record(number) + "/cancelled", null).text("/code"))
                .isEqualTo("too-late-to-change");
        assertThat(as(service(), "POST", "/inner/hospitals/H1001/appointments/none/fetched", null)
                        .status())
                .isEqualTo(404);
        assertThat(as(service(), "POST", path.replace("H1001", "H1002"), null).status())
                .isEqualTo(404);
        assertThat(as(user, "POST", path, null).status()).isEqualTo(403);
        assertThat(call("POST", path, null, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void aHospitalCancels() throws Exception {
        Caller user = newUser();
        String schedule = newSchedule(2);
        String number = booked(user, schedule);
        jdbc.sql("UPDATE appointment SET quit_deadline = UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE WHERE number = ?")
                .param(number)
                .update();
        String path = record(number) + "/cancelled";
        assertThat(atOnce(10, () -> as(service(), "POST", path, null).status())).containsOnly(204);
        assertThat(show(user, number).text("/status")).isEqualTo("CANCELLED");
        assertThat(show(user, number).text("/cancelledBy")).isEqualTo("hospital");
        assertThat(active(schedule)).isZero();
        assertThat(as(service(), "POST", record(number) + "/fetched", null).text("/code"))
                .isEqualTo("too-late-to-change");
        // It may have died before it wrote down what it had asked for.
        await().atMost(PATIENCE).until(() -> HOSPITAL.status(number).equals("cancelled"));
    }

    @Test
    void whatIsPaidHereAndCancelledThereGoesBack() {
        Caller user = newUser();
        String schedule = newSchedule(2);
        String number = booked(user, schedule);
        HOSPITAL.cancelSilently(number);
        String trade = as(user, "POST", "/api/appointments/" + number + "/payment", null)
                .text("/outTradeNo");
        call("POST", "/cashier/" + trade, Map.of("outcome", "pay"), Map.of());
        awaitStatus(number, "REFUNDED");
        assertThat(active(schedule)).isZero();
    }

    @Test
    void countsAreOfThoseThatHold() {
        LocalDate day = LocalDate.now(clock).plusDays(40);
        String schedule = newSchedule(5);
        CATALOGUE.add(schedule, 5, day, "counted");
        CATALOGUE.change(schedule, "quitDeadline", day + "T00:00:00+08:00");
        Caller user = newUser();
        booked(newUser(), schedule);
        cancel(user, booked(user, schedule));
        String path = "/inner/statistics/appointments?from=" + day + "&to=" + day;
        Answer counts = as(service(), "GET", path + "&hospitalCode=H1001", null);
        assertThat(counts.body().at("/items")).hasSize(1);
        assertThat(counts.text("/items/0/count")).isEqualTo("1");
        assertThat(counts.text("/items/0/date")).isEqualTo(day.toString());
        assertThat(as(service(), "GET", path + "&hospitalCode=H9", null).body().at("/items"))
                .isEmpty();
        assertThat(as(service(), "GET", "/inner/statistics/appointments?from=" + day + "&to=2020-01-01", null)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void allStatesAreReadPageByPageWithTheVersionsOfTheirEvents() {
        Caller user = newUser();
        String cancelled = booked(user, newSchedule(5));
        cancel(user, cancelled);
        HOSPITAL.mood = Mood.REJECT;
        book(newUser(), newSchedule(5));
        HOSPITAL.mood = Mood.KIND;
        List<String> expected = jdbc.sql("SELECT number FROM appointment ORDER BY number")
                .query(String.class)
                .list();

        Map<String, JsonNode> found = new LinkedHashMap<>();
        String after = "";
        JsonNode page;
        do {
            page = as(service(), "GET", "/inner/statistics/appointment-states?limit=2" + after, null)
                    .body()
                    .at("/items");
            for (JsonNode item : page) {
                found.put(item.path("number").asText(), item);
            }
            after = page.isEmpty()
                    ? ""
                    : "&after=" + page.path(page.size() - 1).path("number").asText();
        } while (page.size() == 2);

        assertThat(found.keySet()).containsExactlyElementsOf(expected);
        JsonNode state = Objects.requireNonNull(found.get(cancelled));
        assertThat(state.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(state.path("hospitalCode").asText()).isEqualTo("H1001");
        assertThat(state.path("visitDate").asText())
                .isEqualTo(show(user, cancelled).text("/visitDate"));
        assertThat(state.path("version").asLong()).isEqualTo(versionTold(cancelled, "cancelled"));
    }

    private long versionTold(String number, String word) {
        return jdbc.sql("SELECT JSON_EXTRACT(payload, '$.version') FROM outbox WHERE event_id = ?")
                .param(number + "-" + word)
                .query(Long.class)
                .single();
    }

    @Test
    void statesAreForServicesAndTheirPagesAreBounded() {
        String path = "/inner/statistics/appointment-states?limit=";
        assertThat(as(service(), "GET", path + "1000", null).status()).isEqualTo(200);
        assertThat(as(service(), "GET", path + "1001", null).text("/errors/0/field"))
                .isEqualTo("limit");
        assertThat(as(service(), "GET", path + "0", null).text("/errors/0/field"))
                .isEqualTo("limit");
        assertThat(as(service(), "GET", path + "10&after=x", null).text("/errors/0/field"))
                .isEqualTo("after");
        assertThat(as(admin(), "GET", path + "10", null).status()).isEqualTo(403);
    }

    @Test
    void anOperatorFindsAppointments() {
        Caller user = newUser();
        String number = booked(user, newSchedule(5));
        Answer page = as(admin(), "GET", "/admin/appointments?userId=" + user.id() + "&status=CONFIRMED", null);
        assertThat(page.text("/total")).isEqualTo("1");
        assertThat(page.text("/items/0/number")).isEqualTo(number);
        Answer one = as(admin(), "GET", "/admin/appointments/" + number, null);
        assertThat(one.text("/appointment/number")).isEqualTo(number);
        assertThat(one.text("/userId")).isEqualTo(user.id());
        assertThat(as(admin(), "GET", "/admin/appointments/none", null).status())
                .isEqualTo(404);
        assertThat(as(admin(), "GET", "/admin/appointments?status=lost", null).text("/errors/0/field"))
                .isEqualTo("status");
        assertThat(as(user, "GET", "/admin/appointments", null).status()).isEqualTo(403);
    }

    private static String record(String number) {
        return "/inner/hospitals/H1001/appointments/" + StandInHospital.recordId(number);
    }

    private static Map<String, Object> change(String schedule, int total, String status, int version) {
        return Map.of(
                "scheduleId", schedule, "hospitalCode", "H1001", "total", total, "status", status, "version", version);
    }

    private int total(String schedule) {
        return List.copyOf(jdbc.sql("SELECT total FROM schedule_slot WHERE schedule_id = ?")
                        .param(schedule)
                        .query(Integer.class)
                        .list())
                .get(0);
    }
}
