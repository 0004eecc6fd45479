package dev.slipway.platform.verify;

import static dev.slipway.platform.verify.Sample.DAY;
import static dev.slipway.platform.verify.Sample.FEE;
import static dev.slipway.platform.verify.Sample.NOW;
import static dev.slipway.platform.verify.Sample.judge;
import static dev.slipway.platform.verify.Sample.reminded;
import static dev.slipway.platform.verify.Sample.replace;
import static dev.slipway.platform.verify.Sample.sent;
import static dev.slipway.platform.verify.Sample.violated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.verify.Books.Appointment;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTests {
    static Stream<Arguments> violations() {
        return Stream.of(
                violated("message", "CONFIRMED", sample -> {
                    sample.sent.clear();
                    return sample;
                }),
                violated("message", "CANCELLED", sample -> {
                    sample.sent.put("n1-sms-appointment-cancelled", 2);
                    return sample;
                }),
                violated("message", "EXPIRED", sample -> {
                    sample.sent.remove("n1-sms-appointment-expired");
                    return sample;
                }),
                violated("message", "REFUNDED", sample -> {
                    sample.sent.remove("t1-sms-payment-refunded");
                    return sample;
                }),
                violated("message", "FETCHED", sample -> {
                    sample.sent.remove("n1-sms-payment-completed");
                    return sample;
                }),
                violated("message", "CONFIRMED", sample -> reminded(sample, true)),
                violated("message-unasked", "CONFIRMED", sample -> sent(sample, "n1-sms-visit-reminder", 1)),
                violated("message-unasked", "CONFIRMED", sample -> sent(sample, "n1-sms-appointment-cancelled", 1)),
                violated("message-unasked", "PAID", sample -> sent(sample, "n1-sms-appointment-expired", 1)),
                violated("message-unasked", "PAID", sample -> sent(sample, "t1-sms-payment-refunded", 1)),
                violated("message-unasked", "REFUNDED", sample -> sent(sample, "t2-sms-payment-refunded", 1)),
                violated("message-unasked", "EXPIRED", sample -> sent(sample, "n1-sms-payment-completed", 1)),
                violated("message-unasked", "REJECTED", sample -> sent(sample, "n1-sms-appointment-confirmed", 1)),
                violated("message-unasked", "FETCHED", sample -> sent(sample, "n2-sms-appointment-confirmed", 1)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("violations")
    void whatDoesNotAgreeIsNamed(String rule, Books books) throws Exception {
        assertThat(judge(books)).extracting(Violation::rule).contains(rule);
    }

    @Test
    void aViolationOfAMessageNamesItsAppointment() throws Exception {
        assertThat(judge(
                        sent(Sample.of("PAID"), "n1-sms-appointment-expired", 1).books()))
                .containsExactly(
                        new Violation("n1", "message-unasked", "n1-sms-appointment-expired was sent, and it is PAID"));
        assertThat(judge(sent(Sample.of("PAID"), "n2-sms-appointment-confirmed", 2)
                        .books()))
                .containsExactly(new Violation(
                        "n2", "message-unasked", "n2-sms-appointment-confirmed was sent, and it is unknown here"));
    }

    @Test
    void aReminderAndTheMessagesOfOthersAreInOrder() throws Exception {
        var reminded = reminded(Sample.of("PAID"), true);
        sent(reminded, "n1-sms-visit-reminder", 1);
        sent(reminded, "sign-in-code-0f3a", 3);
        assertThat(judge(reminded.books())).isEmpty();
    }

    @Test
    void whatWasSentTwiceIsNamedHoweverOldItIs() throws Exception {
        var old = Sample.of("CONFIRMED");
        Instant then = NOW.minus(Duration.ofDays(8));
        replace(
                old,
                old.appointments,
                new Appointment("n1", "CONFIRMED", "s1", "H1", "13900000000", DAY, FEE, "r1", false, then, then));
        old.sent.clear();
        assertThat(judge(old.books())).isEmpty();
        sent(old, "n1-sms-appointment-confirmed", 2);
        assertThat(judge(old.books())).extracting(Violation::rule).containsExactly("message");
    }
}
