package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.order.StandInHospital.Mood;
import dev.slipway.order.StandInSlowHospital.Manner;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hospital that never comes to the end of an answer costs its own patients a wait, and nobody else anything. */
class SlowHospitalIT extends ServiceTest {
    private static final Duration BOUND = Duration.ofSeconds(12);

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"DRIPS", "ENDLESS"})
    void aCallToItEndsAndTheOthersAreStillReconciled(Manner manner) {
        SLOW.manner = manner;
        String slow = newSchedule(1);
        CATALOGUE.change(slow, "hospitalCode", "H2002");
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> book(newUser(), slow));
        assertThat(waiting).succeedsWithin(BOUND);
        Answer unclear = waiting.join();
        assertThat(unclear.status()).isEqualTo(202);
        await().atMost(BOUND).until(() -> asked(unclear.text("/number")) > 0);

        HOSPITAL.mood = Mood.DROP_AFTER;
        String number = book(newUser(), newSchedule(1)).text("/number");
        HOSPITAL.mood = Mood.KIND;
        await().atMost(BOUND).until(() -> status(number).equals("CONFIRMED"));

        SLOW.manner = Manner.REFUSES;
        awaitStatus(unclear.text("/number"), "REJECTED");
    }

    @AfterEach
    void itIsNotSlowForTheOtherTests() {
        SLOW.manner = Manner.REFUSES;
    }

    private int asked(String number) {
        return jdbc.sql("SELECT asked FROM appointment WHERE number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }
}
