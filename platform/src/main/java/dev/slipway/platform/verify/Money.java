package dev.slipway.platform.verify;

import dev.slipway.platform.verify.Books.Appointment;
import dev.slipway.platform.verify.Books.Payment;
import dev.slipway.platform.verify.Books.Refund;
import dev.slipway.platform.verify.Books.Trade;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Money in is money out plus what is kept: each paid appointment keeps its fee once, no other keeps any, and the cashier's
 * own book says the same of every payment.
 *
 * @param patience how long the cashier may have money that we have not noticed
 */
record Money(Duration patience) implements Rule {
    private static final String CASHIER = "cashier";
    private static final Set<String> RECEIVED = Set.of("PAID", "REFUNDING", "REFUNDED");

    @Override
    public List<Violation> broken(Books books) {
        List<Violation> broken = new ArrayList<>();
        Map<String, List<Payment>> payments = Books.by(books.payments(), Payment::number);
        Map<String, List<Refund>> refunds = Books.by(books.refunds(), Refund::number);
        for (Appointment appointment : books.appointments()) {
            List<Payment> own = payments.getOrDefault(appointment.number(), List.of());
            kept(appointment, own, broken);
            sum(appointment, own, refunds.getOrDefault(appointment.number(), List.of()), broken);
        }
        Map<String, Trade> trades = Books.one(books.trades(), Trade::outTradeNo);
        for (Payment payment : books.payments()) {
            if (payment.channel().equals(CASHIER)) {
                compare(payment, trades.get(payment.outTradeNo()), books, broken);
            }
        }
        strangers(books, broken);
        return broken;
    }

    private static void kept(Appointment appointment, List<Payment> payments, List<Violation> broken) {
        List<BigDecimal> kept = payments.stream()
                .filter(payment -> payment.status().equals("PAID"))
                .map(Payment::amount)
                .toList();
        boolean paid = States.PAID.contains(appointment.status());
        boolean fits = paid ? kept.size() == 1 && kept.get(0).compareTo(appointment.fee()) == 0 : kept.isEmpty();
        if (!fits) {
            broken.add(new Violation(
                    appointment.number(),
                    "money-kept",
                    "is " + appointment.status() + " with a fee of " + appointment.fee() + ", and " + kept
                            + " is kept"));
        }
    }

    /** Money on its way back is counted as out: that it arrives is another rule's matter. */
    private static void sum(
            Appointment appointment, List<Payment> payments, List<Refund> refunds, List<Violation> broken) {
        BigDecimal in = total(payments.stream()
                .filter(payment -> RECEIVED.contains(payment.status()))
                .map(Payment::amount));
        BigDecimal out = total(refunds.stream().map(Refund::amount));
        BigDecimal kept = States.PAID.contains(appointment.status()) ? appointment.fee() : BigDecimal.ZERO;
        if (in.compareTo(out.add(kept)) != 0) {
            broken.add(new Violation(
                    appointment.number(),
                    "money-sum",
                    in + " came in, " + out + " went out, and " + kept + " is to be kept"));
        }
    }

    private static BigDecimal total(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void compare(Payment payment, @Nullable Trade trade, Books books, List<Violation> broken) {
        String state = trade == null ? "missing" : trade.state();
        boolean fits =
                switch (payment.status()) {
                    case "PAID" -> state.equals("PAID");
                    case "REFUNDED" -> state.equals("REFUNDED");
                    case "REFUNDING" -> Set.of("PAID", "REFUNDED").contains(state);
                    default -> !RECEIVED.contains(state) || unnoticed(trade, books);
                };
        if (!fits) {
            broken.add(new Violation(
                    payment.number(),
                    "cashier",
                    payment.outTradeNo() + " is " + payment.status() + " here and " + state
                            + " in the cashier's book"));
        } else if (trade != null && trade.amount().compareTo(payment.amount()) != 0) {
            broken.add(new Violation(
                    payment.number(),
                    "cashier-amount",
                    payment.outTradeNo() + " is " + payment.amount() + " here and " + trade.amount()
                            + " in the cashier's book"));
        }
    }

    private boolean unnoticed(@Nullable Trade trade, Books books) {
        return trade != null
                && trade.state().equals("PAID")
                && !trade.changedAt().isBefore(books.readAt().minus(patience));
    }

    private static void strangers(Books books, List<Violation> broken) {
        Map<String, Payment> payments = Books.one(books.payments(), Payment::outTradeNo);
        for (Trade trade : books.trades()) {
            if (RECEIVED.contains(trade.state()) && !payments.containsKey(trade.outTradeNo())) {
                broken.add(new Violation(trade.outTradeNo(), "cashier", "was paid there and is unknown here"));
            }
        }
    }
}
