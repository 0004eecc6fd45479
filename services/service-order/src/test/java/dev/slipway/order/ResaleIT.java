package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.delivery.NoticeDelivery;
import dev.slipway.security.identity.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A place that was given back is free at the hospital before it is asked for again. */
class ResaleIT extends ServiceTest {
    private static final int TELLERS = 4;

    @Autowired
    NoticeDelivery notices;

    @Test
    void whoBuysWhileManyTellOfTheCancellationsIsNotRefused() {
        String schedule = newSchedule(2);
        HOSPITAL.capacity = 2;
        HOSPITAL.listening = new CountDownLatch(1);
        List<String> cancelled = bookedAndCancelled(schedule, 2);
        List<CompletableFuture<Void>> tellers = new ArrayList<>();
        for (String number : cancelled) {
            for (int teller = 0; teller < TELLERS; teller++) {
                tellers.add(CompletableFuture.runAsync(() -> notices.deliver(new AppointmentNumber(number))));
            }
        }
        await().atMost(PATIENCE).until(() -> HOSPITAL.telling.get() >= tellers.size());
        int before = HOSPITAL.telling.get();
        CompletableFuture<Answer> buying = CompletableFuture.supplyAsync(() -> book(newUser(), schedule));
        await().atMost(PATIENCE).until(() -> buying.isDone() || HOSPITAL.telling.get() > before);
        HOSPITAL.listening.countDown();

        assertThat(buying).succeedsWithin(PATIENCE);
        assertThat(buying.join().status()).as(buying.join().raw().body()).isIn(201, 202);
        awaitStatus(buying.join().text("/number"), "CONFIRMED");
        assertThat(tellers).allSatisfy(teller -> assertThat(teller).succeedsWithin(PATIENCE));
    }

    @Test
    void oneBookingDoesNotWaitForAllThatIsToBeTold() {
        String schedule = newSchedule(10);
        HOSPITAL.capacity = 10;
        List<String> cancelled = bookedAndCancelled(schedule, 10);
        cancelled.forEach(number ->
                await().atMost(PATIENCE).until(() -> HOSPITAL.status(number).equals("cancelled")));
        await().atMost(PATIENCE).until(() -> untold(schedule) == 0);
        jdbc.sql(
                        "UPDATE hospital_notice SET next_attempt_at = UTC_TIMESTAMP(3) + INTERVAL 1 HOUR WHERE schedule_id = ?")
                .param(schedule)
                .update();
        HOSPITAL.listeningTakes = Duration.ofMillis(700);
        CompletableFuture<Answer> buying = CompletableFuture.supplyAsync(() -> book(newUser(), schedule));
        assertThat(buying).succeedsWithin(Duration.ofSeconds(5));
        assertThat(buying.join().status()).isEqualTo(202);
        awaitStatus(buying.join().text("/number"), "CONFIRMED");
        assertThat(untold(schedule)).isZero();
    }

    private List<String> bookedAndCancelled(String schedule, int places) {
        List<Caller> users = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            Caller user = newUser();
            users.add(user);
            numbers.add(booked(user, schedule));
        }
        for (int place = 0; place < places; place++) {
            assertThat(cancel(users.get(place), numbers.get(place)).status()).isEqualTo(200);
        }
        return numbers;
    }

    private int untold(String schedule) {
        return jdbc.sql("SELECT COUNT(*) FROM hospital_notice WHERE schedule_id = ? AND next_attempt_at IS NOT NULL")
                .param(schedule)
                .query(Integer.class)
                .single();
    }
}
