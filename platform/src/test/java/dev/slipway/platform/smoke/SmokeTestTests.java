package dev.slipway.platform.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.smoke.FakeGateway.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmokeTestTests {
    @Test
    void walksToTheEndAndTellsEachStepAsItEnds() throws Exception {
        try (var gateway = new FakeGateway(Fault.NONE)) {
            var told = new ArrayList<StepResult>();

            var results = walk(gateway, told::add);

            assertThat(results)
                    .allMatch(StepResult::ok)
                    .noneMatch(StepResult::skipped)
                    .hasSize(33)
                    .isEqualTo(told);
        }
    }

    @Test
    void skipsWhatNeedsPasswordsWhereItHasNone() throws Exception {
        try (var gateway = new FakeGateway(Fault.NONE)) {
            var results = walk(Doors.of(gateway.address()), step -> {});
            assertThat(results).allMatch(StepResult::ok).hasSize(33);
            assertThat(results.stream().filter(StepResult::skipped))
                    .hasSize(14)
                    .allMatch(step -> "the operator's password is not known".equals(step.cause()));
        }
    }

    @Test
    void asksForNoCodeWhereItCannotReadIt() throws Exception {
        try (var gateway = new FakeGateway(Fault.NO_INBOX)) {
            var results = walk(gateway, step -> {});

            assertThat(results).allMatch(StepResult::ok).hasSize(33);
            assertThat(results.stream().filter(step -> !step.skipped()).map(StepResult::name))
                    .contains("nobody sees me without a token", "search hospitals", "choose a schedule with room")
                    .doesNotContain("ask for a code", "sign in", "book");
            assertThat(gateway.codes()).isZero();
        }
    }

    private static List<StepResult> walk(FakeGateway gateway, Consumer<StepResult> observer) throws Exception {
        var doors =
                new Doors(gateway.address(), FakeAppointments.PASSWORD, gateway.address(), FakeAppointments.PASSWORD);
        return walk(doors, observer);
    }

    /** What does not come is waited for by this clock, on which five seconds pass at each look. */
    private static List<StepResult> walk(Doors doors, Consumer<StepResult> observer) throws Exception {
        return new SmokeTest(doors, new HastyClock(), new Random(1)).walk(observer);
    }

    private static final class HastyClock extends Clock {
        private Instant now = Instant.parse("2026-12-01T04:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(5);
            return now;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PLAIN_404        | an unknown path is a problem document     | answered 404 as 'text/plain'
            OPEN_INNER       | inner paths are closed                    | answered 200, expected 404
            REUSABLE_CODE    | a used code is refused                    | POST /api/sign-in answered 200, expected 401
            OTHER_ME         | see me                                    | another user
            OPEN_ME          | nobody sees me without a token            | GET /api/me answered 200, expected 401
            CRASH_ON_ADD     | add a patient                             | POST /api/patients answered 500 internal (why), expected 201
            UNMASKED         | list the patients                         | unmasked
            FEW_PROVINCES    | read the provinces                        | lists 30 provinces
            NO_ROOM          | choose a schedule with room               | no open schedule with 2 free places
            FOREIGN_READABLE | the patient is hidden from the second user | answered 200, expected 404
            NO_OPERATOR      | the operator signs in                     | POST /api/sign-in/operators answered 401
            TWO_MESSAGES     | book                                      | 2 messages 'appointment-confirmed' are there, expected 1
            OVERSOLD         | the place is taken                        | has 30 free, expected 29
            OPEN_APPOINTMENT | the appointment is hidden from the second user | answered 200, expected 404
            DEAF_TO_MONEY    | pay at the cashier                        | n1 is CONFIRMED, expected PAID
            KEPT_MONEY       | cancel, and have the money back           | n1 is REFUNDING, expected REFUNDED
            IMMORTAL_BOOKING | book again and let it expire              | n2 is CONFIRMED, expected EXPIRED
            NUMBER_KEPT      | fetch the number at the hospital          | did not give out the number of n3
            FORGOTTEN        | list the appointments                     | listed are the appointments
            UNTOLD           | the operator sees them, and nothing left to do | 1 notices that the hospital has not had
            KEPT_PLACE       | the places are free again but for the kept one | has 27 free, expected 29
            UNCOUNTED        | the statistics count the kept one         | count 0 on 2099-12-02, expected 1
            IMMORTAL_TOKEN   | the token is dead within 1 s              | GET /api/me answered 200, expected 401
            """)
    void stopsAtTheStepThatFailsWithItsCause(Fault fault, String step, String cause) throws Exception {
        try (var gateway = new FakeGateway(fault)) {
            var results = walk(gateway, result -> {});

            var last = results.get(results.size() - 1);
            assertThat(last.name()).isEqualTo(step);
            assertThat(last.ok()).isFalse();
            assertThat(last.cause()).contains(cause);
            assertThat(results.subList(0, results.size() - 1)).allMatch(StepResult::ok);
        }
    }

    /** The example of the standard itself, and its woman's neighbour with the check character X. */
    @ParameterizedTest
    @CsvSource({"11010519491231002, X", "44052418800101001, 4"})
    void checkCharacterIsTheOneOfTheStandard(String digits, char check) {
        assertThat(IdentityCard.check(digits)).isEqualTo(check);
    }

    @Test
    void generatedCardsHaveEighteenPlacesAndTheBirthDay() {
        String card = IdentityCard.ofMan("110101", LocalDate.of(1990, 3, 7), new Random(1));

        assertThat(card).matches("11010119900307\\d{3}[\\dX]");
        assertThat(Character.digit(card.charAt(16), 10) % 2).isEqualTo(1);
    }
}
