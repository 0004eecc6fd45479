package dev.slipway.platform.verify;

import static dev.slipway.platform.verify.Sample.DAY;
import static dev.slipway.platform.verify.Sample.LONG_AGO;
import static dev.slipway.platform.verify.Sample.PATIENCE;
import static dev.slipway.platform.verify.Sample.appointment;
import static dev.slipway.platform.verify.Sample.clear;
import static dev.slipway.platform.verify.Sample.judge;
import static dev.slipway.platform.verify.Sample.replace;
import static dev.slipway.platform.verify.Sample.violated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.verify.Books.Counted;
import dev.slipway.platform.verify.Books.Ledger;
import dev.slipway.platform.verify.Books.LedgerOrder;
import dev.slipway.platform.verify.Books.Offer;
import dev.slipway.platform.verify.Books.Slot;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTests {
    static Stream<Arguments> violations() {
        return Stream.of(
                violated("oversold", "CONFIRMED", sample -> replace(sample, sample.slots, new Slot("s1", 0, 0, 1))),
                violated("oversold", "CONFIRMED", sample -> replace(sample, sample.slots, new Slot("s1", 0, 1, 2))),
                violated("count", "CONFIRMED", sample -> replace(sample, sample.slots, new Slot("s1", 3, 0, 2))),
                violated("count", "CANCELLED", sample -> replace(sample, sample.slots, new Slot("s1", 3, 0, 1))),
                violated("count", "CONFIRMED", sample -> clear(sample, sample.slots)),
                violated(
                        "catalogue-count",
                        "PAID",
                        sample -> replace(sample, sample.offers, new Offer("s1", "H1", "h1", 3, 0))),
                violated(
                        "catalogue-total",
                        "PAID",
                        sample -> replace(sample, sample.offers, new Offer("s1", "H1", "h1", 4, 1))),
                violated(
                        "hospital-count",
                        "PAID",
                        sample -> replace(sample, sample.ledgers, new Ledger("H1", "h1", 3, 0, true))),
                violated(
                        "hospital-ledger",
                        "PAID",
                        sample -> replace(sample, sample.ledgers, new Ledger("H1", "h1", 3, 2, true))),
                violated(
                        "hospital-total",
                        "PAID",
                        sample -> replace(sample, sample.ledgers, new Ledger("H1", "h1", 4, 1, true))),
                violated(
                        "hospital-order",
                        "PAID",
                        sample -> replace(sample, sample.orders, new LedgerOrder("H1", "n1", "h1", "confirmed", "r1"))),
                violated("hospital-order", "CONFIRMED", sample -> clear(sample, sample.orders)),
                violated(
                        "hospital-order",
                        "REJECTED",
                        sample -> replace(sample, sample.orders, new LedgerOrder("H1", "n1", "h1", "confirmed", "r1"))),
                violated(
                        "hospital-order",
                        "CANCELLED",
                        sample -> replace(sample, sample.orders, new LedgerOrder("H1", "n1", "h1", "paid", "r1"))),
                violated("hospital-order", "CONFIRMED", sample -> {
                    sample.orders.add(new LedgerOrder("H1", "n2", "h1", "confirmed", "r2"));
                    return sample;
                }),
                violated(
                        "hospital-record",
                        "CONFIRMED",
                        sample -> replace(sample, sample.orders, new LedgerOrder("H1", "n1", "h1", "confirmed", "r2"))),
                violated("statistics", "CONFIRMED", sample -> clear(sample, sample.counted)),
                violated(
                        "statistics",
                        "CANCELLED",
                        sample -> replace(sample, sample.counted, new Counted("n1", "H1", DAY, true))),
                violated(
                        "statistics",
                        "CONFIRMED",
                        sample -> replace(sample, sample.counted, new Counted("n1", "H1", DAY.plusDays(1), true))),
                violated("statistics", "CONFIRMED", sample -> {
                    sample.counted.add(new Counted("n2", "H1", DAY, true));
                    return sample;
                }),
                violated(
                        "stuck",
                        "REQUESTED",
                        sample -> replace(sample, sample.appointments, appointment("REQUESTED", null, LONG_AGO))),
                violated(
                        "stuck",
                        "REFUNDING",
                        sample -> replace(sample, sample.appointments, appointment("REFUNDING", "r1", LONG_AGO))));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("violations")
    void whatDoesNotAgreeIsNamed(String rule, Books books) throws Exception {
        assertThat(judge(books)).extracting(Violation::rule).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REQUESTED",
                "CONFIRMED",
                "PAID",
                "FETCHED",
                "REJECTED",
                "EXPIRED",
                "CANCELLED",
                "REFUNDING",
                "REFUNDED"
            })
    void booksThatAgreeViolateNothing(String status) throws Exception {
        assertThat(judge(Sample.of(status).books())).isEmpty();
    }

    @Test
    void aTotalThatWasLoweredBelowWhatIsTakenViolatesNothing() throws Exception {
        var lowered = Sample.of("CONFIRMED");
        replace(lowered, lowered.slots, new Slot("s1", 0, 1, 1));
        replace(lowered, lowered.offers, new Offer("s1", "H1", "h1", 0, 1));
        replace(lowered, lowered.ledgers, new Ledger("H1", "h1", 0, 1, true));
        assertThat(judge(lowered.books())).isEmpty();
    }

    @Test
    void whatIsOnItsWayIsWaitedFor() throws Exception {
        var late = Sample.of("CONFIRMED");
        late.counted.clear();
        var waiting = Sample.of("CONFIRMED");
        waiting.waiting = 1;
        Deque<Books> readings = new ArrayDeque<>(
                List.of(late.books(), waiting.books(), Sample.of("CONFIRMED").books()));
        Verdict verdict = new Verification(readings::removeFirst, PATIENCE).judge(Duration.ofMinutes(1));
        assertThat(verdict.ok()).isTrue();
        assertThat(verdict.appointments()).isEqualTo(1);
        assertThat(readings).isEmpty();
    }

    @Test
    void anEventThatWaitsUntilTheEndIsNotWell() throws Exception {
        var waiting = Sample.of("CONFIRMED");
        waiting.waiting = 2;
        Verdict verdict = new Verification(waiting::books, PATIENCE).judge(Duration.ZERO);
        assertThat(verdict.ok()).isFalse();
        assertThat(verdict.waiting()).isEqualTo(2);
    }
}
