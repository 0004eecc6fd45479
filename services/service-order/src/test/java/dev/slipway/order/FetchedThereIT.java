package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.security.identity.Caller;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A hospital gives a number out without our consent: what the patient was told stands, and an operator sees it. */
class FetchedThereIT extends ServiceTest {
    @Test
    void aNumberThatWasGivenOutIsNotTakenForCancelledThere() {
        String schedule = newSchedule(1);
        HOSPITAL.capacity = 1;
        Caller user = newUser();
        String number = paid(user, schedule);
        HOSPITAL.fetchSilently(number);

        assertThat(cancel(user, number).text("/status")).isEqualTo("REFUNDING");
        awaitStatus(number, "REFUNDED");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcome(number)).isEqualTo("given up: FETCHED_THERE"));
        Answer shown = as(admin(), "GET", "/admin/appointments/" + number, null);
        assertThat(shown.text("/untold/0/what")).isEqualTo("cancelled");
        assertThat(shown.text("/untold/0/outcome")).isEqualTo("given up: FETCHED_THERE");
        assertThat(HOSPITAL.status(number)).isEqualTo("fetched");
    }

    @Test
    void thePlaceIsSoldAgainAsFarAsTheHospitalHasOne() {
        String schedule = newSchedule(1);
        HOSPITAL.capacity = 1;
        Caller user = newUser();
        String number = booked(user, schedule);
        HOSPITAL.fetchSilently(number);
        assertThat(cancel(user, number).text("/status")).isEqualTo("CANCELLED");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outcome(number)).startsWith("given up"));

        assertThat(book(newUser(), schedule).text("/code")).isEqualTo("rejected-by-hospital");
        assertThat(active(schedule)).isZero();
    }

    private String paid(Caller user, String schedule) {
        String number = booked(user, schedule);
        String trade = as(user, "POST", "/api/appointments/" + number + "/payment", null)
                .text("/outTradeNo");
        call("POST", "/cashier/" + trade, Map.of("outcome", "pay"), Map.of());
        awaitStatus(number, "PAID");
        await().atMost(PATIENCE).until(() -> HOSPITAL.status(number).equals("paid"));
        return number;
    }

    private String outcome(String number) {
        return String.valueOf(jdbc.sql("SELECT outcome FROM hospital_notice WHERE number = ? AND kind = 'CANCELLED'")
                .param(number)
                .query((row, index) -> String.valueOf(row.getString(1)))
                .single());
    }
}
