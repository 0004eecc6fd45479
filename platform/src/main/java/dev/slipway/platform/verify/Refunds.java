package dev.slipway.platform.verify;

import dev.slipway.platform.verify.Books.Payment;
import dev.slipway.platform.verify.Books.Refund;
import dev.slipway.platform.verify.Books.Trade;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Each payment that is given back has one refund, of its whole amount and as far as the payment is; no other has any.
 * The cashier has it under the same number.
 *
 * @param patience how long money may be on its way back
 */
record Refunds(Duration patience) implements Rule {
    private static final Set<String> GIVEN_BACK = Set.of("REFUNDING", "REFUNDED");

    @Override
    public List<Violation> broken(Books books) {
        List<Violation> broken = new ArrayList<>();
        Map<String, List<Refund>> refunds = Books.by(books.refunds(), Refund::outTradeNo);
        for (Payment payment : books.payments()) {
            once(payment, refunds.getOrDefault(payment.outTradeNo(), List.of()).size(), broken);
        }
        Map<String, Payment> payments = Books.one(books.payments(), Payment::outTradeNo);
        Map<String, Trade> trades = Books.one(books.trades(), Trade::outTradeNo);
        for (Refund refund : books.refunds()) {
            fits(refund, payments.get(refund.outTradeNo()), broken);
            cashier(refund, trades.get(refund.outTradeNo()), broken);
            if (refund.open() && refund.askedAt().isBefore(books.readAt().minus(patience))) {
                broken.add(new Violation(
                        refund.number(), "money-back", refund.outRefundNo() + " is open since " + refund.askedAt()));
            }
        }
        return broken;
    }

    private static void once(Payment payment, int refunds, List<Violation> broken) {
        int wanted = GIVEN_BACK.contains(payment.status()) ? 1 : 0;
        if (refunds != wanted) {
            broken.add(new Violation(
                    payment.number(),
                    "refund",
                    payment.outTradeNo() + " is " + payment.status() + " and has " + refunds + " refunds instead of "
                            + wanted));
        }
    }

    private static void fits(Refund refund, @Nullable Payment payment, List<Violation> broken) {
        if (payment == null || !payment.number().equals(refund.number())) {
            broken.add(new Violation(
                    refund.number(),
                    "refund",
                    refund.outRefundNo() + " gives " + refund.outTradeNo() + " back, which is no payment of it"));
        } else if (GIVEN_BACK.contains(payment.status())
                && refund.open() != payment.status().equals("REFUNDING")) {
            broken.add(new Violation(
                    refund.number(),
                    "refund",
                    refund.outRefundNo() + " is " + (refund.open() ? "open" : "done") + " and its payment "
                            + payment.status()));
        } else if (payment.amount().compareTo(refund.amount()) != 0) {
            broken.add(new Violation(
                    refund.number(),
                    "refund-amount",
                    refund.outRefundNo() + " gives " + refund.amount() + " of " + payment.amount() + " back"));
        }
    }

    /** By its number the cashier knows a second try from a second refund. */
    private static void cashier(Refund refund, @Nullable Trade trade, List<Violation> broken) {
        if (trade != null
                && trade.state().equals("REFUNDED")
                && !refund.outRefundNo().equals(trade.refundNo())) {
            broken.add(new Violation(
                    refund.number(),
                    "cashier-refund",
                    refund.outTradeNo() + " went back as " + trade.refundNo() + " in the cashier's book and as "
                            + refund.outRefundNo() + " here"));
        }
    }
}
