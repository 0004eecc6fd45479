package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.security.identity.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class BookingIT extends ServiceTest {
    @Test
    void anAppointmentIsBookedShownListedAndCancelled() {
        Caller user = newUser();
        String schedule = newSchedule(5);
        Answer made = book(user, schedule);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        String number = made.text("/number");
        assertThat(made.raw().headers().firstValue("Location")).hasValue("/api/appointments/" + number);
        assertThat(number).hasSize(20);
        assertThat(made.text("/status")).isEqualTo("CONFIRMED");
        assertThat(made.text("/fee")).isEqualTo("100.00");
        assertThat(made.text("/fetchAddress")).isEqualTo("一层 9 号窗口");
        assertThat(made.text("/quitDeadline")).endsWith("+08:00");
        assertThat(show(user, number).body()).isEqualTo(made.body());
        assertThat(as(user, "GET", "/api/appointments?status=confirmed&patientId=" + user.id() + "-p1", null)
                        .text("/items/0/number"))
                .isEqualTo(number);
        assertThat(active(schedule)).isEqualTo(1);

        assertThat(cancel(user, number).text("/status")).isEqualTo("CANCELLED");
        assertThat(cancel(user, number).text("/status")).isEqualTo("CANCELLED");
        assertThat(active(schedule)).isZero();
        await().atMost(PATIENCE).until(() -> HOSPITAL.status(number).equals("cancelled"));
        assertThat(told(number, "-confirmed")).isEqualTo(2);
        assertThat(told(number, "-cancelled")).isEqualTo(2);
    }

    @Test
    void whatBelongsToAnotherIsNotFound() {
        Caller owner = newUser();
        Caller stranger = newUser();
        String schedule = newSchedule(5);
        String number = booked(owner, schedule);
        String payment = "/api/appointments/" + number + "/payment";
        assertThat(as(owner, "POST", payment, null).status()).isEqualTo(201);
        assertThat(show(stranger, number).status()).isEqualTo(404);
        assertThat(cancel(stranger, number).status()).isEqualTo(404);
        assertThat(as(stranger, "POST", payment, null).status()).isEqualTo(404);
        assertThat(as(stranger, "GET", payment, null).status()).isEqualTo(404);
        assertThat(as(owner, "GET", payment, null).text("/status")).isEqualTo("open");
        assertThat(as(stranger, "GET", "/api/appointments", null).text("/total"))
                .isEqualTo("0");
        assertThat(as(
                                stranger,
                                "POST",
                                "/api/appointments",
                                Map.of("scheduleId", schedule, "patientId", owner.id() + "-p1"))
                        .status())
                .isEqualTo(404);
        assertThat(show(owner, "20260101ABCDEFGHJKMN").status()).isEqualTo(404);
        assertThat(show(owner, "x").status()).isEqualTo(404);
        assertThat(as(admin(), "GET", "/api/appointments", null).status()).isEqualTo(403);
    }

    @Test
    void refusalsSayWhy() {
        Caller user = newUser();
        USERS.unverified.add(user.id());
        String schedule = newSchedule(1);
        assertThat(book(user, schedule).status()).isEqualTo(403);
        assertThat(book(user, schedule).text("/code")).isEqualTo("not-verified");
        assertThat(book(newUser(), "unknown").status()).isEqualTo(404);
        for (String state : List.of(
                "stopped",
                "not-yet-released",
                "out-of-window",
                "closed",
                "cancelled",
                "hospital-offline",
                "hospital-locked")) {
            CATALOGUE.change(schedule, "state", state);
            Answer closed = book(newUser(), schedule);
            assertThat(closed.status()).as(state).isEqualTo(409);
            assertThat(closed.text("/code")).as(state).isEqualTo("not-open");
        }
        CATALOGUE.change(schedule, "state", "open");
        Caller first = newUser();
        booked(first, schedule);
        assertThat(book(newUser(), schedule).text("/code")).isEqualTo("slot-taken");
        assertThat(book(newUser(), schedule).status()).isEqualTo(409);
        String other = newSchedule(5);
        booked(first, other);
        assertThat(book(first, other).text("/code")).isEqualTo("already-booked");
        assertThat(as(first, "POST", "/api/appointments", Map.of("scheduleId", other))
                        .text("/errors/0/field"))
                .isEqualTo("patientId");
    }

    @Test
    void aNeighbourThatIsAwayChangesNothing() {
        String schedule = newSchedule(1);
        USERS.away = true;
        for (int more = 0; more < 40; more++) {
            assertThat(book(newUser(), schedule).status()).isEqualTo(503);
        }
        USERS.away = false;
        CATALOGUE.away = true;
        Answer refused = book(newUser(), schedule);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
        CATALOGUE.away = false;
        booked(newUser(), schedule);
    }

    @Test
    void aDefiniteNoGivesThePlaceBack() {
        String schedule = newSchedule(1);
        HOSPITAL.mood = StandInHospital.Mood.REJECT;
        Caller user = newUser();
        Answer refused = book(user, schedule, "key");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("rejected-by-hospital");
        assertThat(refused.text("/detail")).isEqualTo("号源已满");
        assertThat(active(schedule)).isZero();
        HOSPITAL.mood = StandInHospital.Mood.KIND;
        assertThat(book(user, schedule, "key").status()).isEqualTo(422);
        booked(user, schedule);
    }

    @Test
    void threeHundredWantTwentyPlaces() throws Exception {
        String schedule = newSchedule(20);
        HOSPITAL.capacity = 20;
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Caller user = newUser();
            calls.add(() -> book(user, schedule).status());
        }
        List<Integer> statuses = atOnce(calls);
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(20);
        assertThat(active(schedule)).isEqualTo(20);
        assertThat(HOSPITAL.held("s-" + schedule)).isEqualTo(20);
        assertThat(book(newUser(), schedule).text("/code")).isEqualTo("slot-taken");
    }

    @Test
    void aPlaceThatIsGivenBackIsSoldAtOnce() throws Exception {
        String schedule = newSchedule(1);
        HOSPITAL.capacity = 1;
        for (int round = 0; round < 10; round++) {
            Caller user = newUser();
            String number = booked(user, schedule);
            assertThat(cancel(user, number).status()).isEqualTo(200);
        }
    }

    @Test
    void theSameKeyMakesOneAppointmentHoweverOftenItIsSent() throws Exception {
        Caller user = newUser();
        String schedule = newSchedule(20);
        List<Answer> answers = atOnce(20, () -> book(user, schedule, "a-key"));
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 202);
        assertThat(answers.stream().map(answer -> answer.text("/number")).distinct())
                .hasSize(1);
        assertThat(active(schedule)).isEqualTo(1);
        Answer later = book(user, schedule, "a-key");
        assertThat(later.status()).isEqualTo(201);
        assertThat(later.text("/number")).isEqualTo(answers.get(0).text("/number"));
        assertThat(book(user, newSchedule(1), "a-key").status()).isEqualTo(422);
        assertThat(book(newUser(), schedule, "a-key").status()).isEqualTo(201);
    }

    @Test
    void aRepeatedCallFindsItsAppointmentAlsoWhenAllIsSoldOut() {
        Caller user = newUser();
        String schedule = newSchedule(1);
        String number = book(user, schedule, "my-key").text("/number");
        assertThat(book(user, schedule, "my-key").text("/number")).isEqualTo(number);
        cancel(user, number);
        booked(newUser(), schedule);
        Answer repeated = book(user, schedule, "my-key");
        assertThat(repeated.text("/number")).isEqualTo(number);
        assertThat(repeated.text("/status")).isEqualTo("CANCELLED");
    }

    @Test
    void onePatientHasOneAppointmentThereAtThatTime() throws Exception {
        Caller user = newUser();
        String schedule = newSchedule(20);
        List<Answer> answers = atOnce(20, () -> book(user, schedule));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.text("/code").equals("already-booked"))
                .hasSize(19);
        assertThat(active(schedule)).isEqualTo(1);
        String number = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow()
                .text("/number");
        cancel(user, number);
        booked(user, schedule);
    }

    @Test
    void twentyCancelAtOnceAndThePlaceIsGivenBackOnce() throws Exception {
        Caller user = newUser();
        String schedule = newSchedule(5);
        booked(newUser(), schedule);
        String number = booked(user, schedule);
        List<Integer> statuses = atOnce(20, () -> cancel(user, number).status());
        assertThat(statuses).containsOnly(200);
        assertThat(active(schedule)).isEqualTo(1);
        assertThat(told(number, "-cancelled")).isEqualTo(2);
    }

    @Test
    void afterTheDeadlineThePatientCantCancel() {
        Caller user = newUser();
        String schedule = newSchedule(5);
        String number = booked(user, schedule);
        jdbc.sql("UPDATE appointment SET quit_deadline = UTC_TIMESTAMP(3) - INTERVAL 1 MINUTE WHERE number = ?")
                .param(number)
                .update();
        assertThat(cancel(user, number).text("/code")).isEqualTo("too-late");
        assertThat(status(number)).isEqualTo("CONFIRMED");
    }

    @Test
    void aRaisedTotalSellsMoreAndALoweredOneCancelsNobody() {
        String schedule = newSchedule(1);
        booked(newUser(), schedule);
        CATALOGUE.change(schedule, "total", 2);
        assertThat(book(newUser(), schedule).status()).isEqualTo(409);
        CATALOGUE.change(schedule, "version", 2);
        booked(newUser(), schedule);
        CATALOGUE.change(schedule, "total", 1);
        CATALOGUE.change(schedule, "version", 3);
        assertThat(book(newUser(), schedule).text("/code")).isEqualTo("slot-taken");
        assertThat(active(schedule)).isEqualTo(2);
    }

    /** So that a count above its total can be told from one that was oversold. */
    @Test
    void whatIsAboveALoweredTotalIsKeptUntilItIsGivenBack() {
        Caller first = newUser();
        String schedule = newSchedule(3);
        String number = booked(first, schedule);
        booked(newUser(), schedule);
        assertThat(kept(schedule)).isZero();
        lower(schedule, 1, 2);
        assertThat(kept(schedule)).isEqualTo(2);
        cancel(first, number);
        assertThat(kept(schedule)).isEqualTo(1);
        lower(schedule, 0, 3);
        assertThat(kept(schedule)).isEqualTo(1);
        CATALOGUE.change(schedule, "total", 2);
        CATALOGUE.change(schedule, "version", 4);
        booked(first, schedule);
        assertThat(kept(schedule)).isZero();
    }

    private void lower(String schedule, int total, int version) {
        CATALOGUE.change(schedule, "total", total);
        CATALOGUE.change(schedule, "version", version);
        assertThat(book(newUser(), schedule).text("/code")).isEqualTo("slot-taken");
    }

    private int kept(String schedule) {
        return jdbc.sql("SELECT kept FROM schedule_slot WHERE schedule_id = ?")
                .param(schedule)
                .query(Integer.class)
                .single();
    }
}
