package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.order.StandInHospital.Mood;
import dev.slipway.security.identity.Caller;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This service's clock is a minute off; the database, the broker and the hospital, which checks signatures, are right. */
class ClockSkewIT extends ServiceTest {
    @ParameterizedTest
    @ValueSource(ints = {60, -60})
    void everythingEndsAsItShould(int seconds) {
        WrongClock.ahead = Duration.ofSeconds(seconds);
        Caller user = newUser();
        String schedule = newSchedule(1);
        HOSPITAL.capacity = 1;
        String cancelled = booked(user, schedule);
        assertThat(cancel(user, cancelled).text("/status")).isEqualTo("CANCELLED");
        String paid = booked(user, schedule);
        assertThat(HOSPITAL.status(cancelled)).isEqualTo("cancelled");
        String trade =
                as(user, "POST", "/api/appointments/" + paid + "/payment", null).text("/outTradeNo");
        call("POST", "/cashier/" + trade, Map.of("outcome", "pay"), Map.of());
        await().atMost(PATIENCE).until(() -> HOSPITAL.status(paid).equals("paid"));

        HOSPITAL.mood = Mood.DROP_AFTER;
        String unheard = book(newUser(), newSchedule(1)).text("/number");
        HOSPITAL.mood = Mood.DROP_BEFORE;
        String unseen = book(newUser(), newSchedule(1)).text("/number");
        HOSPITAL.mood = Mood.KIND;
        awaitStatus(unheard, "CONFIRMED");
        awaitStatus(unseen, "CONFIRMED");
    }

    @AfterEach
    void theClockIsRightAgain() {
        WrongClock.ahead = Duration.ZERO;
    }
}
