package dev.slipway.platform.verify;

import dev.slipway.platform.verify.Books.Appointment;
import dev.slipway.platform.verify.Books.Counted;
import dev.slipway.platform.verify.Books.Ledger;
import dev.slipway.platform.verify.Books.LedgerOrder;
import dev.slipway.platform.verify.Books.Offer;
import dev.slipway.platform.verify.Books.Payment;
import dev.slipway.platform.verify.Books.Refund;
import dev.slipway.platform.verify.Books.Slot;
import dev.slipway.platform.verify.Books.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** The books of one appointment; whatever a test does not change agrees with its state. */
final class Sample {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant LONG_AGO = NOW.minusSeconds(3_600);
    static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    static final BigDecimal FEE = new BigDecimal("120.00");
    static final Duration PATIENCE = Duration.ofMinutes(1);

    final List<Appointment> appointments = new ArrayList<>();
    final List<Slot> slots = new ArrayList<>();
    final List<Payment> payments = new ArrayList<>();
    final List<Refund> refunds = new ArrayList<>();
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
        sample.slots.add(new Slot("s1", 3, 0, active));
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
            case "REFUNDING" -> {
                paid("REFUNDING", "PAID");
                refunds.add(refund("t1", FEE, true, NOW));
            }
            case "REFUNDED" -> {
                paid("REFUNDED", "REFUNDED");
                refunds.add(refund("t1", FEE, false, LONG_AGO));
            }
            case "CONFIRMED" -> paid("OPEN", "OPEN");
            default -> paid("CLOSED", "CLOSED");
        }
    }

    private void paid(String status, String state) {
        payments.add(new Payment("t1", "n1", "cashier", status, FEE, NOW));
        trades.add(trade(state, NOW));
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
                NOW, waiting, appointments, slots, payments, refunds, trades, offers, ledgers, orders, counted, sent);
    }

    static Appointment appointment(String status, @Nullable String record, Instant changed) {
        return new Appointment("n1", status, "s1", "H1", "13900000000", DAY, FEE, record, false, LONG_AGO, changed);
    }

    static Refund refund(String outTradeNo, BigDecimal amount, boolean open, Instant asked) {
        return new Refund(outTradeNo + "R", outTradeNo, "n1", amount, open, asked);
    }

    static Payment payment(String status) {
        return new Payment("t1", "n1", "cashier", status, FEE, NOW);
    }

    static Trade trade(String state, Instant changed) {
        return new Trade("t1", FEE, state, state.equals("REFUNDED") ? "t1R" : null, changed);
    }

    static <T> Sample replace(Sample sample, List<T> all, T with) {
        all.set(0, with);
        return sample;
    }

    static <T> Sample add(Sample sample, List<T> all, T one) {
        all.add(one);
        return sample;
    }

    static <T> Sample clear(Sample sample, List<T> all) {
        all.clear();
        return sample;
    }

    static Sample sent(Sample sample, String id, int times) {
        sample.sent.put(id, times);
        return sample;
    }

    static Sample reminded(Sample sample, boolean reminded) {
        Appointment one = sample.appointments.get(0);
        return replace(
                sample,
                sample.appointments,
                new Appointment(
                        one.number(),
                        one.status(),
                        one.scheduleId(),
                        one.hospitalCode(),
                        one.phone(),
                        one.visitDate(),
                        one.fee(),
                        one.recordId(),
                        reminded,
                        one.createdAt(),
                        one.changedAt()));
    }

    static Arguments violated(String rule, String status, UnaryOperator<Sample> change) {
        return Arguments.of(rule, Sample.of(status).with(change).books());
    }

    static List<Violation> judge(Books books) throws Exception {
        return new Verification(() -> books, PATIENCE).judge(Duration.ZERO).violations();
    }
}
