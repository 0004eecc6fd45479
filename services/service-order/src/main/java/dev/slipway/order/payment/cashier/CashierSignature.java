package dev.slipway.order.payment.cashier;

import dev.slipway.order.payment.NotGenuine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA256 over time and body, by a key derived from the secret that this service's instances share. */
final class CashierSignature {
    static final String TIMESTAMP_HEADER = "Cashier-Timestamp";
    static final String SIGNATURE_HEADER = "Cashier-Signature";
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final byte[] key;
    private final Clock clock;

    CashierSignature(String secret, Clock clock) {
        this.key = hmac(secret.getBytes(StandardCharsets.UTF_8), "fake cashier");
        this.clock = clock;
    }

    Map<String, String> headers(String body) {
        String time = Long.toString(clock.instant().getEpochSecond());
        return Map.of(TIMESTAMP_HEADER, time, SIGNATURE_HEADER, sign(time, body));
    }

    /** @throws NotGenuine when the headers do not fit the body, or are older than five minutes */
    void check(UnaryOperator<@Nullable String> header, String body) {
        String time = header.apply(TIMESTAMP_HEADER);
        String signature = header.apply(SIGNATURE_HEADER);
        if (time == null || signature == null || !time.matches("[0-9]{1,12}")) {
            throw new NotGenuine("no signature");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant());
        boolean fits = MessageDigest.isEqual(
                sign(time, body).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
        if (!fits || age.abs().compareTo(SKEW) > 0) {
            throw new NotGenuine("wrong or old signature");
        }
    }

    private String sign(String time, String body) {
        return HexFormat.of().formatHex(hmac(key, time + "\n" + body));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
