package dev.slipway.platform.verify;

import static dev.slipway.platform.verify.Sample.FEE;
import static dev.slipway.platform.verify.Sample.LONG_AGO;
import static dev.slipway.platform.verify.Sample.NOW;
import static dev.slipway.platform.verify.Sample.add;
import static dev.slipway.platform.verify.Sample.clear;
import static dev.slipway.platform.verify.Sample.judge;
import static dev.slipway.platform.verify.Sample.payment;
import static dev.slipway.platform.verify.Sample.refund;
import static dev.slipway.platform.verify.Sample.replace;
import static dev.slipway.platform.verify.Sample.trade;
import static dev.slipway.platform.verify.Sample.violated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.verify.Books.Payment;
import dev.slipway.platform.verify.Books.Refund;
import dev.slipway.platform.verify.Books.Trade;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MoneyTests {
    static Stream<Arguments> violations() {
        return Stream.of(
                violated("money-kept", "PAID", sample -> replace(sample, sample.payments, payment("REFUNDED"))),
                violated("money-kept", "EXPIRED", sample -> replace(sample, sample.payments, payment("PAID"))),
                violated("money-kept", "PAID", sample -> {
                    sample.payments.add(new Payment("t2", "n1", "wechat", "PAID", FEE, NOW));
                    return sample;
                }),
                violated(
                        "money-back",
                        "REFUNDING",
                        sample -> replace(sample, sample.refunds, refund("t1", FEE, true, LONG_AGO))),
                violated("money-sum", "EXPIRED", sample -> replace(sample, sample.payments, payment("REFUNDED"))),
                violated("money-sum", "PAID", sample -> add(sample, sample.refunds, refund("t1", FEE, false, NOW))),
                violated(
                        "money-sum",
                        "REFUNDED",
                        sample -> replace(sample, sample.refunds, refund("t1", BigDecimal.ONE, false, NOW))),
                violated("refund", "REFUNDING", sample -> clear(sample, sample.refunds)),
                violated("refund", "REFUNDED", sample -> clear(sample, sample.refunds)),
                violated("refund", "REFUNDED", sample -> add(sample, sample.refunds, refund("t1", FEE, false, NOW))),
                violated("refund", "PAID", sample -> add(sample, sample.refunds, refund("t1", FEE, false, NOW))),
                violated("refund", "EXPIRED", sample -> add(sample, sample.refunds, refund("t1", FEE, true, NOW))),
                violated("refund", "CONFIRMED", sample -> add(sample, sample.refunds, refund("t9", FEE, true, NOW))),
                violated("refund", "REFUNDED", sample -> replace(sample, sample.refunds, refund("t1", FEE, true, NOW))),
                violated(
                        "refund",
                        "REFUNDING",
                        sample -> replace(sample, sample.refunds, refund("t1", FEE, false, NOW))),
                violated(
                        "refund",
                        "REFUNDED",
                        sample -> replace(sample, sample.refunds, new Refund("t1R", "t1", "n2", FEE, false, NOW))),
                violated(
                        "refund-amount",
                        "REFUNDED",
                        sample -> replace(sample, sample.refunds, refund("t1", BigDecimal.ONE, false, NOW))),
                violated("cashier", "PAID", sample -> replace(sample, sample.trades, trade("REFUNDED", NOW))),
                violated("cashier", "REFUNDED", sample -> replace(sample, sample.trades, trade("PAID", NOW))),
                violated("cashier", "CONFIRMED", sample -> replace(sample, sample.trades, trade("PAID", LONG_AGO))),
                violated("cashier", "PAID", sample -> {
                    sample.trades.add(new Trade("t9", FEE, "PAID", null, NOW));
                    return sample;
                }),
                violated(
                        "cashier-refund",
                        "REFUNDED",
                        sample -> replace(sample, sample.trades, new Trade("t1", FEE, "REFUNDED", "t9R", NOW))),
                violated(
                        "cashier-refund",
                        "REFUNDED",
                        sample -> replace(sample, sample.trades, new Trade("t1", FEE, "REFUNDED", null, NOW))),
                violated(
                        "cashier-amount",
                        "PAID",
                        sample -> replace(
                                sample, sample.trades, new Trade("t1", new BigDecimal("0.01"), "PAID", null, NOW))));
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
}
