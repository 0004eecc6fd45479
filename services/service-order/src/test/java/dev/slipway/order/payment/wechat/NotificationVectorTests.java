package dev.slipway.order.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.order.money.Money;
import dev.slipway.order.payment.NotGenuine;
import dev.slipway.order.payment.PaymentProvider.Notification;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vectors of {@code wechat/}, see the note beside them. */
class NotificationVectorTests {
    private static final String KEY = "0123456789abcdef0123456789ABCDEF";
    private static final Instant SIGNED = Instant.ofEpochSecond(1800000000L);

    private final String body = Vectors.read("notification.json");
    private final Map<String, String> headers = new HashMap<>(Map.of(
            "Wechatpay-Serial", "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
            "Wechatpay-Timestamp", "1800000000",
            "Wechatpay-Nonce", "CAFEBABE",
            "Wechatpay-Signature", Vectors.read("notification.signature").trim()));

    @Test
    void aGenuineNotificationIsReadWhole() {
        Notification said = weChat(KEY, SIGNED).read(headers::get, body);
        assertThat(said).isInstanceOfSatisfying(Notification.Paid.class, paid -> {
            assertThat(paid.receipt().outTradeNo()).isEqualTo("20261125ABCDEFGHJKMN01");
            assertThat(paid.receipt().tradeNo()).isEqualTo("4200000001202611250000000001");
            assertThat(paid.receipt().amount()).isEqualTo(Money.of("100.00"));
        });
    }

    @Test
    void fiveMinutesOfSkewAreAllowedAndNoMore() {
        assertThat(weChat(KEY, SIGNED.plus(Duration.ofMinutes(5))).read(headers::get, body))
                .isInstanceOf(Notification.Paid.class);
        refused(KEY, SIGNED.plus(Duration.ofMinutes(5)).plusSeconds(1), body);
        refused(KEY, SIGNED.minus(Duration.ofMinutes(5)).minusSeconds(1), body);
    }

    @Test
    void whatWasChangedIsRefused() {
        refused(KEY, SIGNED, body + " ");
        for (String header : headers.keySet().toArray(String[]::new)) {
            String right = headers.get(header);
            for (String wrong : new String[] {"", "1800000001", "QUJD", "x"}) {
                headers.put(header, wrong);
                refused(KEY, SIGNED, body);
            }
            headers.remove(header);
            refused(KEY, SIGNED, body);
            headers.put(header, String.valueOf(right));
        }
    }

    @Test
    void anotherMerchantsKeyDoesNotOpenIt() {
        refused("0123456789abcdef0123456789abcdef", SIGNED, body);
    }

    private void refused(String key, Instant now, String said) {
        assertThatThrownBy(() -> weChat(key, now).read(headers::get, said)).isInstanceOf(NotGenuine.class);
    }

    private static WeChatPay weChat(String key, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        var platform = new PlatformSignature(Pem.certificates(Vectors.read("platform.crt")), clock);
        var settings = new WeChatPaySettings(
                "1900000001", "wx1", "AB12", URI.create("http://127.0.0.1:1"), URI.create("https://x/y"));
        try {
            var merchant = new MerchantSignature(
                    "1900000001",
                    "AB12",
                    KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
            var calls = new WeChatCalls(
                    Outer.calls(),
                    settings.apiUrl(),
                    merchant,
                    platform,
                    new ObjectMapper(),
                    new SecureRandom(),
                    clock);
            return new WeChatPay(calls, platform, settings, key, ZoneId.of("Asia/Shanghai"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
