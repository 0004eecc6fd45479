package dev.slipway.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An order that is cut off somewhere leaves nothing behind, and is taken when it comes again. */
class InterruptedOrderIT extends ServiceTest {
    @Autowired
    TransactionTemplate transaction;

    @Test
    void aFailureAfterTheNumberWasTakenGivesItBack() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        String number = newNumber();
        jdbc.sql("""
                        CREATE TRIGGER refuse_admission BEFORE UPDATE ON appointment_order FOR EACH ROW
                        IF NEW.number = '%s' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test'; END IF""".formatted(number)).update();
        try {
            assertThat(signed(house, "POST", "/orders", order(number, session)).status())
                    .isGreaterThanOrEqualTo(500);
        } finally {
            jdbc.sql("DROP TRIGGER refuse_admission").update();
        }
        assertNothingLeftAndTakenNow(house, session, number);
    }

    @Test
    void aKilledConnectionInTheMiddleGivesTheNumberBack() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        String number = newNumber();
        Map<String, Object> order = order(number, session);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Integer> answer = transaction.execute(status -> {
                jdbc.sql("SELECT id FROM schedule WHERE hospital_code = ? AND id = ? FOR UPDATE")
                        .params(house.code(), session)
                        .query(String.class)
                        .single();
                var submitted = CompletableFuture.supplyAsync(() -> submit(house, order), thread);
                killWhoeverWaits();
                return submitted;
            });
            assertThat(answer).isNotNull();
            assertThat(answer.get()).isGreaterThanOrEqualTo(500);
        } finally {
            thread.shutdownNow();
        }
        assertNothingLeftAndTakenNow(house, session, number);
    }

    @Test
    void anOrderThatMeetsAMoveOfItsSessionTakesNoNumber() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 5);
        Map<String, Object> order = order(newNumber(), session);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Integer> answer = transaction.execute(status -> {
                jdbc.sql(
                                "UPDATE schedule SET work_date = work_date + INTERVAL 1 DAY WHERE hospital_code = ? AND id = ?")
                        .params(house.code(), session)
                        .update();
                var submitted = CompletableFuture.supplyAsync(() -> submit(house, order), thread);
                while (waiting().isEmpty()) {
                    Thread.onSpinWait();
                }
                return submitted;
            });
            assertThat(answer).isNotNull();
            assertThat(answer.get()).isEqualTo(422);
        } finally {
            thread.shutdownNow();
        }
        assertThat(taken(house, session)).isZero();
    }

    private int submit(House house, Map<String, Object> order) {
        try {
            return signed(house, "POST", "/orders", order).status();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The order is written by then and waits for the session's row. */
    private void killWhoeverWaits() {
        List<Long> waiting = List.of();
        while (waiting.isEmpty()) {
            waiting = waiting();
        }
        waiting.forEach(id -> jdbc.sql("KILL " + id).update());
    }

    private List<Long> waiting() {
        return jdbc.sql("""
                        SELECT id FROM information_schema.processlist
                        WHERE id <> CONNECTION_ID() AND info LIKE 'UPDATE schedule SET taken%'""").query(Long.class).list();
    }

    private void assertNothingLeftAndTakenNow(House house, String session, String number) throws IOException {
        assertThat(taken(house, session)).isZero();
        assertThat(signed(house, "GET", "/orders/" + number, null).status()).isEqualTo(404);
        Answer again = signed(house, "POST", "/orders", order(number, session));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().at("/sequenceNumber").asInt()).isEqualTo(1);
        assertThat(taken(house, session)).isEqualTo(1);
    }
}
