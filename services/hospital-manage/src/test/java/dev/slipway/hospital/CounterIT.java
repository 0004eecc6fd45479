package dev.slipway.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.hospital.RecordingPlatform.Call;
import dev.slipway.hospital.RecordingPlatform.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books agree with the platform in the end, wherever the clerk's call was cut off. */
class CounterIT extends ServiceTest {
    private static final String WAITING = "取号待平台确认";

    private RecordingPlatform platform;
    private House house;
    private Browser browser;
    private String base;
    private String session;
    private String number;
    private String record;

    @BeforeEach
    void orderAndSignIn() throws Exception {
        platform = new RecordingPlatform();
        house = houses.open(platform.url());
        platform.knows(house);
        session = houses.session(house, 5);
        number = newNumber();
        record = signed(house, "POST", "/orders", order(number, session)).text("/hospitalRecordId");
        browser = new Browser(port);
        browser.signIn("clerk", CLERK_PASSWORD);
        base = "/hospitals/" + house.code();
        browser.get(base + "/orders");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private String status() {
        try {
            return signed(house, "GET", "/orders/" + number, null).text("/status");
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private String press(String what) throws IOException {
        return browser.submit(base + "/orders/" + number + "/" + what, Map.of()).text();
    }

    private int notice() {
        try {
            return signed(house, "POST", "/orders/" + number + "/cancelled", null)
                    .status();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    private int told(String what) {
        return platform.calls("POST", "/openapi/hosp/appointments/" + record + "/" + what)
                .size();
    }

    /** The books refuse the status while the platform has it. */
    private void cutOff(String wanted, String what) throws IOException {
        jdbc.sql("""
                        CREATE TRIGGER refuse_status BEFORE UPDATE ON appointment_order FOR EACH ROW
                        IF NEW.number = '%s' AND NEW.status = '%s'
                        THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'test'; END IF""".formatted(number, wanted)).update();
        try {
            press(what);
            assertThat(told(what.equals("fetched") ? what : "cancelled")).isPositive();
        } finally {
            jdbc.sql("DROP TRIGGER refuse_status").update();
        }
        assertThat(status()).isNotEqualTo(wanted);
    }

    @Test
    void aNumberThatThePlatformAgreedToIsFetchedThoughTheClerksCallWasCutOff() throws Exception {
        signed(house, "POST", "/orders/" + number + "/paid", null);
        cutOff("fetched", "fetched");
        DemonstrationIT.eventually(() -> status().equals("fetched"));
        assertThat(told("fetched")).isGreaterThan(1);
    }

    @Test
    void aNumberIsToldUntilThePlatformAnswers() throws Exception {
        signed(house, "POST", "/orders/" + number + "/paid", null);
        platform.answer(CounterIT::awayForNumbers);
        assertThat(press("fetched")).contains("已登记取号", "稍后自动重新通知平台", "平台确认前请勿发号", WAITING);
        assertThat(browser.submit(base + "/schedules/" + session + "/cancellation", Map.of())
                        .text())
                .contains("平台已收到通知");
        assertThat(status()).isEqualTo("paid");
        platform.answer(RecordingPlatform::asDocumented);
        DemonstrationIT.eventually(() -> status().equals("fetched"));
        assertThat(browser.get(base + "/orders").text()).doesNotContain(WAITING);
        assertThat(taken(house, session)).isEqualTo(1);
    }

    private static Reply awayForNumbers(Call call) {
        return call.path().endsWith("/fetched") ? new Reply(503, "") : RecordingPlatform.asDocumented(call);
    }

    @Test
    void aNumberThatWaitsForThePlatformIsCancelledWhenThatIsWhatThePlatformHas() throws Exception {
        signed(house, "POST", "/orders/" + number + "/paid", null);
        platform.answer(CounterIT::awayForNumbers);
        assertThat(press("fetched")).contains(WAITING);
        assertThat(notice()).isEqualTo(204);
        platform.answer(call -> new Reply(409, "{\"code\":\"too-late-to-change\",\"detail\":\"x\"}"));
        DemonstrationIT.eventually(() -> told("fetched") > 3 && !orders().contains(WAITING));
        assertThat(status()).isEqualTo("cancelled");
        assertThat(taken(house, session)).isZero();
    }

    private String orders() {
        try {
            return browser.get(base + "/orders").text();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }

    @Test
    void aNumberThatThePlatformRefusesIsNotToldAgain() throws Exception {
        signed(house, "POST", "/orders/" + number + "/paid", null);
        platform.answer(call -> new Reply(409, "{\"code\":\"too-late-to-change\",\"detail\":\"x\"}"));
        assertThat(press("fetched")).contains("平台显示该订单已不能变更").doesNotContain(WAITING);
        assertThat(status()).isEqualTo("paid");
        assertThat(notice()).isEqualTo(204);
        assertThat(taken(house, session)).isZero();
    }

    @Test
    void thePlatformsNoticeEndsACancellationThatWasCutOff() throws Exception {
        cutOff("cancelled", "cancellation");
        assertThat(taken(house, session)).isEqualTo(1);
        for (int i = 0; i < 2; i++) {
            assertThat(notice()).isEqualTo(204);
            assertThat(taken(house, session)).isZero();
        }
    }

    @Test
    void thePlatformsNoticeOfTheClerksCancellationGivesOneNumberBack() throws Exception {
        signed(house, "POST", "/orders", order(newNumber(), session));
        platform.answer(call -> {
            assertThat(notice()).isEqualTo(204);
            return RecordingPlatform.asDocumented(call);
        });
        assertThat(press("cancellation")).contains("已取消，平台已收到通知");
        assertThat(notice()).isEqualTo(204);
        assertThat(status()).isEqualTo("cancelled");
        assertThat(taken(house, session)).isEqualTo(1);
    }
}
