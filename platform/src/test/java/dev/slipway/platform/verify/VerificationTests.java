package dev.slipway.platform.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.verify.Books.Appointment;
import dev.slipway.platform.verify.Books.Counted;
import dev.slipway.platform.verify.Books.Ledger;
import dev.slipway.platform.verify.Books.LedgerOrder;
import dev.slipway.platform.verify.Books.Offer;
import dev.slipway.platform.verify.Books.Payment;
import dev.slipway.platform.verify.Books.Slot;
import dev.slipway.platform.verify.Books.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTests {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant LONG_AGO = NOW.minusSeconds(3_600);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final BigDecimal FEE = new BigDecimal("120.00");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The books of one appointment; whatever a test does not change agrees with its state. */
    private static final class Sample {
        final List<Appointment> appointments = new ArrayList<>();
        final List<Slot> slots = new ArrayList<>();
        final List<Payment> payments = new ArrayList<>();
        final List<Trade> trades = new ArrayList<>();
        final List<Offer> offers = new ArrayList<>();
        final List<Ledger> ledgers = new ArrayList<>();
        final List<LedgerOrder> orders = new ArrayList<>();
        final List<Counted> counted = new ArrayList<>();
        final Map<String, Integer> sent = new HashMap<>();
        long waiting;

        static Sample of(String status) {
            var sample = new Sample();
            boolean known = !List.of("REQUESTED", "REJECTED").contains(status);
            int active = States.ACTIVE.contains(status) ? 1 : 0;
            sample.appointments.add(appointment(status, known ? "r1" : null, NOW));
            sample.slots.add(new Slot("s1", 3, active));
            sample.offers.add(new Offer("s1", "H1", "h1", 3, active));
            sample.hospital(status, active);
            sample.counted.add(new Counted("n1", "H1", DAY, States.HELD.contains(status)));
            sample.money(status);
            sample.messages(status, known);
            return sample;
        }

        private void hospital(String status, int active) {
            ledgers.add(new Ledger("H1", "h1", 3, active, true));
            orders.add(new LedgerOrder("H1", "n1", "h1", atHospital(status), "r1"));
        }

        private static String atHospital(String status) {
            return switch (status) {
                case "REQUESTED", "CONFIRMED" -> "confirmed";
                case "PAID" -> "paid";
                case "FETCHED" -> "fetched";
                case "REJECTED" -> "rejected";
                default -> "cancelled";
            };
        }

        private void money(String status) {
            switch (status) {
                case "PAID", "FETCHED" -> paid("PAID", "PAID");
                case "REFUNDING" -> paid("REFUNDING", "PAID");
                case "REFUNDED" -> paid("REFUNDED", "REFUNDED");
                case "CONFIRMED" -> paid("OPEN", "OPEN");
                default -> paid("CLOSED", "CLOSED");
            }
        }

        private void paid(String status, String state) {
            payments.add(new Payment("t1", "n1", "cashier", status, FEE, NOW));
            trades.add(new Trade("t1", FEE, state, NOW));
        }

        private void messages(String status, boolean known) {
            if (known) {
                sent.put("n1-sms-appointment-confirmed", 1);
            }
            if (List.of("PAID", "FETCHED", "REFUNDING", "REFUNDED").contains(status)) {
                sent.put("n1-sms-payment-completed", 1);
            }
            switch (status) {
                case "EXPIRED" -> sent.put("n1-sms-appointment-expired", 1);
                case "CANCELLED", "REFUNDING", "REFUNDED" -> sent.put("n1-sms-appointment-cancelled", 1);
                default -> {}
            }
            if (status.equals("REFUNDED")) {
                sent.put("t1-sms-payment-refunded", 1);
            }
        }

        Sample with(UnaryOperator<Sample> change) {
            return change.apply(this);
        }

        Books books() {
            return new Books(
                    NOW, waiting, appointments, slots, payments, trades, offers, ledgers, orders, counted, sent);
        }
    }

    private static Appointment appointment(String status, @Nullable String record, Instant changed) {
        return new Appointment("n1", status, "s1", "H1", "13900000000", DAY, FEE, record, LONG_AGO, changed);
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

    static Stream<Arguments> violations() {
        return Stream.of(
                violated("oversold", "CONFIRMED", sample -> replace(sample, sample.slots, new Slot("s1", 0, 1))),
                violated("count", "CONFIRMED", sample -> replace(sample, sample.slots, new Slot("s1", 3, 2))),
                violated("count", "CANCELLED", sample -> replace(sample, sample.slots, new Slot("s1", 3, 1))),
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
                violated("money-kept", "PAID", sample -> replace(sample, sample.payments, payment("REFUNDED"))),
                violated("money-kept", "EXPIRED", sample -> replace(sample, sample.payments, payment("PAID"))),
                violated("money-kept", "PAID", sample -> {
                    sample.payments.add(new Payment("t2", "n1", "wechat", "PAID", FEE, NOW));
                    return sample;
                }),
                violated(
                        "money-back",
                        "REFUNDING",
                        sample -> replace(
                                sample,
                                sample.payments,
                                new Payment("t1", "n1", "cashier", "REFUNDING", FEE, LONG_AGO))),
                violated("cashier", "PAID", sample -> replace(sample, sample.trades, trade("REFUNDED", NOW))),
                violated("cashier", "REFUNDED", sample -> replace(sample, sample.trades, trade("PAID", NOW))),
                violated("cashier", "CONFIRMED", sample -> replace(sample, sample.trades, trade("PAID", LONG_AGO))),
                violated("cashier", "PAID", sample -> {
                    sample.trades.add(new Trade("t9", FEE, "PAID", NOW));
                    return sample;
                }),
                violated(
                        "cashier-amount",
                        "PAID",
                        sample -> replace(sample, sample.trades, new Trade("t1", new BigDecimal("0.01"), "PAID", NOW))),
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

    private static Arguments violated(String rule, String status, UnaryOperator<Sample> change) {
        return Arguments.of(rule, Sample.of(status).with(change).books());
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("violations")
    void whatDoesNotAgreeIsNamed(String rule, Books books) throws Exception {
        assertThat(judge(books)).extracting(Violation::rule).contains(rule);
    }

    @Test
    void moneyThatHasJustArrivedMayBeUnnoticed() throws Exception {
        var sample = Sample.of("CONFIRMED");
        replace(sample, sample.trades, trade("PAID", NOW));
        assertThat(judge(sample.books())).isEmpty();
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

    private static List<Violation> judge(Books books) throws Exception {
        return new Verification(() -> books, PATIENCE).judge(Duration.ZERO).violations();
    }

    private static Payment payment(String status) {
        return new Payment("t1", "n1", "cashier", status, FEE, NOW);
    }

    private static Trade trade(String state, Instant changed) {
        return new Trade("t1", FEE, state, changed);
    }

    private static <T> Sample replace(Sample sample, List<T> all, T with) {
        all.set(0, with);
        return sample;
    }

    private static <T> Sample clear(Sample sample, List<T> all) {
        all.clear();
        return sample;
    }
}
