package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.expiry.Expiry;
import dev.slipway.order.money.Money;
import dev.slipway.order.payment.PaymentLedger;
import dev.slipway.order.payment.PaymentProvider.RefundOrder;
import dev.slipway.order.payment.PaymentProvider.RefundState;
import dev.slipway.order.payment.PaymentProvider.TradeOrder;
import dev.slipway.order.payment.Receipt;
import dev.slipway.order.payment.cashier.FakeCashier;
import dev.slipway.order.payment.cashier.FakeCashier.Signed;
import dev.slipway.security.identity.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PaymentIT extends ServiceTest {
    private static final String NOTIFICATIONS = "/api/payments/wechat/notifications";

    @Autowired
    FakeCashier cashier;

    @Autowired
    PaymentLedger ledger;

    @Autowired
    Expiry expiry;

    @Autowired
    Clock clock;

    @Test
    void aPatientPaysByTheCodeAndTheHospitalIsTold() throws IOException {
        Caller user = newUser();
        String number = booked(user, newSchedule(2));
        Answer offer = pay(user, number);
        assertThat(offer.status()).isEqualTo(201);
        String trade = offer.text("/outTradeNo");
        assertThat(offer.text("/amount")).isEqualTo("100.00");
        assertThat(offer.text("/codeUrl")).endsWith("/cashier/" + trade);
        byte[] png = Base64.getDecoder().decode(offer.text("/qrPng"));
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(256);
        assertThat(pay(user, number).body()).isEqualTo(offer.body());
        assertThat(payment(user, number).text("/status")).isEqualTo("open");

        Answer page = call("GET", "/cashier/" + trade, null, Map.of());
        assertThat(page.raw().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/html");
        assertThat(page.raw().body()).contains("100.00", "data:image/png;base64,");
        assertThat(decide(trade, "fail").status()).isEqualTo(204);
        assertThat(payment(user, number).text("/status")).isEqualTo("open");
        assertThat(decide(trade, "pay").status()).isEqualTo(204);
        assertThat(payment(user, number).text("/status")).isEqualTo("paid");
        assertThat(show(user, number).text("/status")).isEqualTo("PAID");
        assertThat(show(user, number).text("/payment/status")).isEqualTo("paid");
        await().atMost(PATIENCE).until(() -> HOSPITAL.status(number).equals("paid"));
        assertThat(told(number, "-completed")).isEqualTo(2);
        assertThat(pay(user, number).text("/code")).isEqualTo("not-payable");
        assertThat(decide(trade, "pay").text("/code")).isEqualTo("not-open");
        assertThat(decide(trade, "steal").status()).isEqualTo(400);
        assertThat(decide("unknown", "pay").status()).isEqualTo(404);
    }

    @Test
    void manyWhoAskToPayAtOnceGetTheSamePayment() throws Exception {
        Caller user = newUser();
        String number = booked(user, newSchedule(2));
        List<Answer> offers = atOnce(10, () -> pay(user, number));
        assertThat(offers).allMatch(offer -> offer.status() == 201);
        assertThat(offers.stream().map(offer -> offer.text("/outTradeNo")).distinct())
                .hasSize(1);
    }

    @Test
    void aNotificationThatComesTenTimesPaysOnce() throws Exception {
        Caller user = newUser();
        String number = booked(user, newSchedule(2));
        Signed told = moneyTaken(user, number);
        assertThat(atOnce(10, () -> notify(told).status())).containsOnly(204);
        assertThat(status(number)).isEqualTo("PAID");
        assertThat(told(number, "-paid")).isEqualTo(1);
        assertThat(told(number, "-sms-payment-completed")).isEqualTo(1);
        assertThat(incidents(number)).isEmpty();
    }

    @Test
    void whatTheProviderDidNotSignIsRefused() {
        Caller user = newUser();
        String number = booked(user, newSchedule(2));
        Signed told = moneyTaken(user, number);
        Map<String, String> headers = new HashMap<>(told.headers());
        headers.put("Cashier-Signature", "0".repeat(64));
        assertThat(call("POST", NOTIFICATIONS, told.body(), headers).status()).isEqualTo(401);
        assertThat(call("POST", NOTIFICATIONS, told.body() + " ", told.headers())
                        .status())
                .isEqualTo(401);
        assertThat(call("POST", NOTIFICATIONS, "{}", Map.of()).text("/code")).isEqualTo("wrong-signature");
        assertThat(call("POST", NOTIFICATIONS, "x".repeat(70_000), told.headers())
                        .status())
                .isEqualTo(413);
        assertThat(status(number)).isEqualTo("CONFIRMED");
    }

    @Test
    void aWrongAmountIsKeptAndPaysNothing() {
        Caller user = newUser();
        String schedule = newSchedule(2);
        String number = booked(user, schedule);
        String trade = pay(user, number).text("/outTradeNo");
        jdbc.sql("UPDATE cashier_trade SET amount = 1 WHERE out_trade_no = ?")
                .param(trade)
                .update();
        Signed told = cashier.pay(trade).orElseThrow();
        assertThat(notify(told).status()).isEqualTo(204);
        assertThat(notify(told).status()).isEqualTo(204);
        assertThat(status(number)).isEqualTo("CONFIRMED");
        assertThat(payment(user, number).text("/status")).isEqualTo("open");
        assertThat(incidents(number)).containsExactly("wrong-amount");
        assertThat(as(admin(), "GET", "/admin/appointments/" + number, null).text("/incidents/0/amount"))
                .isEqualTo("1.00");
    }

    @Test
    void moneyThatComesTwiceOrForNothingKnownIsKeptForAnOperator() {
        Caller user = newUser();
        String number = booked(user, newSchedule(2));
        String trade = pay(user, number).text("/outTradeNo");
        decide(trade, "pay");
        for (int i = 0; i < 2; i++) {
            ledger.received(new Receipt(trade, "another-trade", Money.of("100.00"), "{}"));
            ledger.received(new Receipt(number + "99", "some-trade", Money.of("100.00"), "{}"));
        }
        assertThat(incidents(number)).containsExactlyInAnyOrder("second-receipt", "unknown-trade");
        assertThat(status(number)).isEqualTo("PAID");
        assertThat(payment(user, number).text("/status")).isEqualTo("paid");
        assertThat(told(number, "-paid")).isEqualTo(1);
    }

    @Test
    void moneyThatNobodyToldOfIsFoundByAsking() {
        Caller user = newUser();
        String number = booked(user, newSchedule(2));
        String trade = pay(user, number).text("/outTradeNo");
        decide(trade, "silent");
        assertThat(status(number)).isEqualTo("CONFIRMED");
        askNow(number);
        publish("task.reconcile-payments", Map.of("runId", "r", "scheduledFor", "2026-01-01T00:00:00Z"));
        awaitStatus(number, "PAID");
    }

    @Test
    void whoWaitsInFrontOfThePageMakesUsAsk() {
        Caller user = newUser();
        String number = booked(user, newSchedule(2));
        decide(pay(user, number).text("/outTradeNo"), "silent");
        askNow(number);
        await().atMost(PATIENCE)
                .until(() -> payment(user, number).text("/status").equals("paid"));
    }

    @Test
    void cancellingAPaidOneSendsTheMoneyBackAndGivesThePlaceBackOnce() throws Exception {
        Caller user = newUser();
        String schedule = newSchedule(2);
        String number = booked(user, schedule);
        decide(pay(user, number).text("/outTradeNo"), "pay");
        List<Answer> answers = atOnce(10, () -> cancel(user, number));
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(active(schedule)).isZero();
        awaitStatus(number, "REFUNDED");
        assertThat(payment(user, number).text("/status")).isEqualTo("refunded");
        assertThat(told(number, "-cancelled")).isEqualTo(2);
        assertThat(told(number, "-refunded")).isEqualTo(3);
        await().atMost(PATIENCE).until(() -> HOSPITAL.status(number).equals("cancelled"));
        assertThat(cancel(user, number).text("/status")).isEqualTo("REFUNDED");
    }

    @Test
    void anUnpaidOneExpiresAndThePlaceIsSoldAgain() {
        Caller user = newUser();
        String schedule = newSchedule(1);
        HOSPITAL.capacity = 1;
        String number = booked(user, schedule);
        String trade = pay(user, number).text("/outTradeNo");
        expireNow(number);
        awaitStatus(number, "EXPIRED");
        booked(newUser(), schedule);
        assertThat(told(number, "-expired")).isEqualTo(2);
        assertThat(HOSPITAL.status(number)).isEqualTo("cancelled");
        assertThat(payment(user, number).text("/status")).isEqualTo("closed");
        assertThat(pay(user, number).status()).isEqualTo(409);
        assertThat(cancel(user, number).text("/code")).isEqualTo("not-active");
        await().atMost(PATIENCE).until(() -> decide(trade, "pay").status() == 409);
    }

    @Test
    void aPatientWhoTriesTheStackNeedNotWaitForTheEnd() {
        Caller user = newUser();
        String schedule = newSchedule(1);
        String number = booked(user, schedule);
        String trade = pay(user, number).text("/outTradeNo");
        assertThat(expireEarly(newUser(), number).status()).isEqualTo(404);
        assertThat(status(number)).isEqualTo("CONFIRMED");
        assertThat(expireEarly(user, number).status()).isEqualTo(204);
        assertThat(expireEarly(user, number).status()).isEqualTo(204);
        assertThat(status(number)).isEqualTo("EXPIRED");
        assertThat(active(schedule)).isZero();
        assertThat(told(number, "-expired")).isEqualTo(2);
        awaitClosedThere(trade);
        String paid = booked(user, schedule);
        decide(pay(user, paid).text("/outTradeNo"), "silent");
        assertThat(expireEarly(user, paid).text("/code")).isEqualTo("not-active");
        assertThat(status(paid)).isEqualTo("PAID");
    }

    @Test
    void moneyThatWasTakenSilentlyKeepsAnAppointmentFromExpiring() {
        Caller user = newUser();
        String number = booked(user, newSchedule(1));
        decide(pay(user, number).text("/outTradeNo"), "silent");
        expireNow(number);
        awaitStatus(number, "PAID");
    }

    @Test
    void moneyThatArrivesAfterTheEndGoesBackByItself() {
        for (boolean cancelled : List.of(true, false)) {
            Caller user = newUser();
            String schedule = newSchedule(1);
            String number = booked(user, schedule);
            String trade = pay(user, number).text("/outTradeNo");
            if (cancelled) {
                cancel(user, number);
            } else {
                expireNow(number);
            }
            awaitStatus(number, cancelled ? "CANCELLED" : "EXPIRED");
            awaitClosedThere(trade);
            // The provider had taken the money just before it was told to close.
            jdbc.sql("UPDATE cashier_trade SET state = 'OPEN', expires_at = UTC_TIMESTAMP() + INTERVAL 1 HOUR"
                            + " WHERE out_trade_no = ?")
                    .param(trade)
                    .update();
            Signed told = cashier.pay(trade).orElseThrow();
            assertThat(notify(told).status()).isEqualTo(204);
            assertThat(notify(told).status()).isEqualTo(204);
            await().atMost(PATIENCE)
                    .until(() -> payment(user, number).text("/status").equals("refunded"));
            assertThat(status(number)).isEqualTo(cancelled ? "CANCELLED" : "EXPIRED");
            assertThat(told(number, "-sms-payment-refunded")).isEqualTo(1);
            assertThat(active(schedule)).isZero();
        }
    }

    @Test
    void paymentAndCancellationAtOnceNeverKeepTheMoneyOfACancelledOne() throws Exception {
        for (int round = 0; round < 15; round++) {
            Caller user = newUser();
            String schedule = newSchedule(1);
            String number = booked(user, schedule);
            Signed told = moneyTaken(user, number);
            List<Callable<Integer>> calls = new ArrayList<>();
            calls.add(() -> notify(told).status());
            calls.add(() -> cancel(user, number).status());
            assertThat(atOnce(calls)).containsExactly(204, 200);
            assertThat(status(number)).isIn("CANCELLED", "REFUNDING", "REFUNDED");
            assertThat(active(schedule)).isZero();
            await().atMost(PATIENCE)
                    .until(() -> payment(user, number).text("/status").equals("refunded"));
        }
    }

    @Test
    void cancellationAndExpiryAtOnceGiveThePlaceBackOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            Caller user = newUser();
            String schedule = newSchedule(1);
            String number = booked(user, schedule);
            timeIsOver(number);
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(() -> {
                    expiry.expire(new AppointmentNumber(number));
                    return 0;
                });
                calls.add(() -> cancel(user, number).status());
            }
            assertThat(atOnce(calls)).isSubsetOf(0, 200, 409);
            assertThat(status(number)).isIn("CANCELLED", "EXPIRED");
            assertThat(active(schedule)).isZero();
            assertThat(told(number, "-cancelled") + told(number, "-expired")).isEqualTo(2);
        }
    }

    @Test
    void aRefundWhoseAnswerWasLostIsNotPaidTwice() {
        Caller user = newUser();
        String number = booked(user, newSchedule(1));
        String trade = pay(user, number).text("/outTradeNo");
        decide(trade, "pay");
        // As if the process had died after the provider sent the money back.
        there(trade, "REFUNDED", trade + "R");
        cancel(user, number);
        awaitStatus(number, "REFUNDED");
        assertThat(incidents(number)).isEmpty();
    }

    @Test
    void aRefundThatIsToldOfAgainIsOneRefund() {
        Caller user = newUser();
        String number = booked(user, newSchedule(1));
        String trade = pay(user, number).text("/outTradeNo");
        decide(trade, "pay");
        cancel(user, number);
        awaitStatus(number, "REFUNDED");
        ledger.refunded(trade + "R");
        ledger.refunded("nobodysR");
        assertThat(status(number)).isEqualTo("REFUNDED");
        assertThat(payment(user, number).text("/status")).isEqualTo("refunded");
        assertThat(told(number, "-refunded")).isEqualTo(3);
    }

    @Test
    void aRefundThatTheProviderRefusesIsKeptForAnOperatorAndTriedAgain() {
        Caller user = newUser();
        String number = booked(user, newSchedule(1));
        String trade = pay(user, number).text("/outTradeNo");
        decide(trade, "pay");
        there(trade, "REFUNDED", "by-hand");
        cancel(user, number);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(incidents(number)).containsExactly("refund-refused"));
        assertThat(status(number)).isEqualTo("REFUNDING");
        there(trade, "PAID", null);
        jdbc.sql("UPDATE refund SET next_attempt_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE number = ?")
                .param(number)
                .update();
        publish("task.reconcile-payments", Map.of("runId", "r", "scheduledFor", "2026-01-01T00:00:00Z"));
        awaitStatus(number, "REFUNDED");
    }

    private void there(String trade, String state, @Nullable String refundNo) {
        jdbc.sql("UPDATE cashier_trade SET state = ?, refund_no = ? WHERE out_trade_no = ?")
                .params(state, refundNo, trade)
                .update();
    }

    @Test
    void theCashierGivesBackWhatWasPaidAndUnderOneNumber() {
        String paid = trade("cashier-paid");
        String open = trade("cashier-open");
        assertThat(cashier.pay(paid)).isPresent();
        for (int i = 0; i < 2; i++) {
            assertThat(cashier.refund(refund("R1", paid))).isEqualTo(RefundState.DONE);
        }
        assertThat(cashier.refund(refund("R2", paid))).isEqualTo(RefundState.REFUSED);
        assertThat(cashier.refund(refund("R1", open))).isEqualTo(RefundState.REFUSED);
        assertThat(cashier.refund(refund("R1", "cashier-none"))).isEqualTo(RefundState.REFUSED);
    }

    private String trade(String outTradeNo) {
        cashier.prepare(new TradeOrder(
                outTradeNo, Money.of("100.00"), "挂号费", clock.instant().plus(Duration.ofHours(1))));
        return outTradeNo;
    }

    private static RefundOrder refund(String outRefundNo, String outTradeNo) {
        return new RefundOrder(outRefundNo, outTradeNo, Money.of("100.00"), Money.of("100.00"), "取消预约");
    }

    private Answer pay(Caller user, String number) {
        return as(user, "POST", "/api/appointments/" + number + "/payment", null);
    }

    private Answer payment(Caller user, String number) {
        return as(user, "GET", "/api/appointments/" + number + "/payment", null);
    }

    private Answer decide(String trade, String outcome) {
        return call("POST", "/cashier/" + trade, Map.of("outcome", outcome), Map.of());
    }

    private Signed moneyTaken(Caller user, String number) {
        return cashier.pay(pay(user, number).text("/outTradeNo")).orElseThrow();
    }

    private Answer notify(Signed told) {
        return call("POST", NOTIFICATIONS, told.body(), told.headers());
    }

    private void askNow(String number) {
        jdbc.sql("UPDATE payment SET ask_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE number = ?")
                .param(number)
                .update();
    }

    private void expireNow(String number) {
        timeIsOver(number);
        publish("task.expire-appointments", Map.of("runId", "r", "scheduledFor", "2026-01-01T00:00:00Z"));
    }

    private Answer expireEarly(Caller user, String number) {
        return as(user, "POST", "/api/dev/appointments/" + number + "/expiry", null);
    }

    private void timeIsOver(String number) {
        jdbc.sql("UPDATE appointment SET expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE number = ?")
                .param(number)
                .update();
    }

    private void awaitClosedThere(String trade) {
        await().atMost(PATIENCE).until(() -> jdbc.sql("SELECT state FROM cashier_trade WHERE out_trade_no = ?")
                .param(trade)
                .query(String.class)
                .single()
                .equals("CLOSED"));
    }

    private List<String> incidents(String number) {
        return jdbc.sql("SELECT kind FROM payment_incident WHERE out_trade_no LIKE ?")
                .param(number + "%")
                .query(String.class)
                .list();
    }
}
