package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.order.StandInHospital.Mood;
import dev.slipway.security.identity.Caller;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationIT extends ServiceTest {
    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"DROP_BEFORE", "DROP_AFTER", "FAIL_AFTER", "TALK_NONSENSE", "LATE"})
    void aRequestWithoutAnAnswerIsAskedAboutUntilItIsKnown(Mood mood) {
        HOSPITAL.mood = mood;
        HOSPITAL.open = new CountDownLatch(1);
        Caller user = newUser();
        String schedule = newSchedule(1);
        Answer made = book(user, schedule, "a-key");
        assertThat(made.status()).isEqualTo(202);
        assertThat(made.text("/status")).isEqualTo("REQUESTED");
        String number = made.text("/number");
        assertThat(made.raw().headers().firstValue("Location")).isPresent();
        assertThat(active(schedule)).isEqualTo(1);
        HOSPITAL.mood = Mood.KIND;
        HOSPITAL.open.countDown();
        awaitStatus(number, "CONFIRMED");
        assertThat(HOSPITAL.held("s-" + schedule)).isEqualTo(1);
        assertThat(HOSPITAL.log(number).stream().filter(line -> line.startsWith("submit")))
                .hasSize(1);
        assertThat(told(number, "-confirmed")).isEqualTo(2);
        assertThat(book(user, schedule, "a-key").status()).isEqualTo(201);
    }

    @Test
    void aRefusalThatWasLostIsLearned() {
        HOSPITAL.mood = Mood.DROP_AFTER;
        HOSPITAL.capacity = 0;
        String schedule = newSchedule(1);
        String number = book(newUser(), schedule).text("/number");
        awaitStatus(number, "REJECTED");
        assertThat(active(schedule)).isZero();
    }

    @Test
    void aHospitalThatIsAwayForAWhileIsAskedAgain() {
        HOSPITAL.closed = true;
        String schedule = newSchedule(1);
        Answer made = book(newUser(), schedule);
        assertThat(made.status()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> asked(made.text("/number")) >= 2);
        assertThat(status(made.text("/number"))).isEqualTo("REQUESTED");
        HOSPITAL.closed = false;
        awaitStatus(made.text("/number"), "CONFIRMED");
    }

    @Test
    void anOldRequestThatTheHospitalNeverSawIsClosedThere() {
        HOSPITAL.mood = Mood.DROP_BEFORE;
        String schedule = newSchedule(1);
        String number = book(newUser(), schedule).text("/number");
        jdbc.sql("UPDATE appointment SET created_at = created_at - INTERVAL 1 HOUR WHERE number = ?")
                .param(number)
                .update();
        awaitStatus(number, "REJECTED");
        assertThat(HOSPITAL.status(number)).isEqualTo("cancelled");
        assertThat(active(schedule)).isZero();
    }

    @Test
    void afterTheVisitDateNobodyIsAskedAnyMore() {
        HOSPITAL.closed = true;
        String schedule = newSchedule(1);
        String number = book(newUser(), schedule).text("/number");
        jdbc.sql("UPDATE appointment SET visit_date = visit_date - INTERVAL 10 DAY WHERE number = ?")
                .param(number)
                .update();
        awaitStatus(number, "REJECTED");
        assertThat(active(schedule)).isZero();
    }

    @Test
    void whatTheHospitalAcceptedUnheardIsGivenUpThereAfterTheVisitDate() {
        HOSPITAL.mood = Mood.DROP_AFTER;
        String schedule = newSchedule(1);
        String number = book(newUser(), schedule).text("/number");
        HOSPITAL.closed = true;
        jdbc.sql("UPDATE appointment SET visit_date = visit_date - INTERVAL 10 DAY WHERE number = ?")
                .param(number)
                .update();
        awaitStatus(number, "REJECTED");
        assertThat(HOSPITAL.status(number)).isEqualTo("confirmed");
        HOSPITAL.closed = false;
        await().atMost(PATIENCE).until(() -> HOSPITAL.status(number).equals("cancelled"));
    }

    @Test
    void whatIsCancelledWhileUnknownStaysCancelledThereToo() {
        HOSPITAL.mood = Mood.DROP_BEFORE;
        Caller user = newUser();
        String schedule = newSchedule(1);
        String number = book(user, schedule).text("/number");
        assertThat(cancel(user, number).text("/status")).isEqualTo("CANCELLED");
        await().atMost(PATIENCE).until(() -> HOSPITAL.status(number).equals("cancelled"));
        assertThat(active(schedule)).isZero();
        HOSPITAL.mood = Mood.KIND;
        booked(user, schedule);
        assertThat(status(number)).isEqualTo("CANCELLED");
    }

    @Test
    void anAnswerThatComesAfterTheCancellationRevivesNothing() throws Exception {
        HOSPITAL.mood = Mood.LATE;
        HOSPITAL.open = new CountDownLatch(1);
        Caller user = newUser();
        String schedule = newSchedule(1);
        List<Answer> answers = atOnce(List.of(() -> book(user, schedule), () -> {
            String number = await().atMost(PATIENCE)
                    .until(() -> requested(user), numbers -> !numbers.isEmpty())
                    .get(0);
            Answer cancelled = cancel(user, number);
            HOSPITAL.open.countDown();
            return cancelled;
        }));
        String number = answers.get(1).text("/number");
        assertThat(answers.get(1).text("/status")).isEqualTo("CANCELLED");
        await().atMost(PATIENCE).until(() -> HOSPITAL.status(number).equals("cancelled"));
        assertThat(status(number)).isEqualTo("CANCELLED");
        assertThat(told(number, "-confirmed")).isZero();
    }

    private List<String> requested(Caller user) {
        return jdbc.sql("SELECT number FROM appointment WHERE user_id = ?")
                .param(user.id())
                .query(String.class)
                .list();
    }

    private int asked(String number) {
        return jdbc.sql("SELECT asked FROM appointment WHERE number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }
}
