package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.identity.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"slipway.booking.at-once=2", "slipway.booking.turn-within=200ms"})
class BusyIT extends ServiceTest {
    @Test
    void whoHasNoTurnInTimeIsToldToTryAgainAndNothingWasDone() throws Exception {
        String schedule = newSchedule(20);
        USERS.pause = Duration.ofMillis(600);
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Caller user = newUser();
            calls.add(() -> book(user, schedule));
        }

        List<Answer> answers = atOnce(calls);

        assertThat(answers).extracting(Answer::status).containsOnly(201, 429);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .isNotEmpty()
                .allSatisfy(sentAway -> {
                    assertThat(sentAway.text("/code")).isEqualTo("busy");
                    assertThat(sentAway.raw().headers().firstValue("Retry-After"))
                            .hasValue("2");
                });
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(active(schedule));
        USERS.pause = Duration.ZERO;
        booked(newUser(), schedule);
    }
}
