package dev.slipway.order.payment.wechat;

import dev.slipway.order.payment.NotGenuine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Checks what WeChat signs, answers and notifications alike: SHA-256 with RSA over time, nonce and body, each followed
 * by a line feed, by the platform certificate that is named.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4013053249">Verification of signatures</a>
 */
final class PlatformSignature {
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Map<String, X509Certificate> certificates;
    private final Clock clock;

    PlatformSignature(Map<String, X509Certificate> certificates, Clock clock) {
        this.certificates = Map.copyOf(certificates);
        this.clock = clock;
    }

    /** @throws NotGenuine unless a known, valid certificate signed exactly this less than five minutes ago */
    void check(UnaryOperator<@Nullable String> header, String body) {
        String serial = needed(header, "Wechatpay-Serial");
        String time = needed(header, "Wechatpay-Timestamp");
        String nonce = needed(header, "Wechatpay-Nonce");
        String signature = needed(header, "Wechatpay-Signature");
        X509Certificate certificate = certificates.get(serial.toUpperCase(Locale.ROOT));
        if (certificate == null) {
            throw new NotGenuine("unknown certificate");
        }
        if (!time.matches("[0-9]{1,12}") || age(time).abs().compareTo(SKEW) > 0) {
            throw new NotGenuine("wrong time");
        }
        if (!verify(certificate, time + "\n" + nonce + "\n" + body + "\n", signature)) {
            throw new NotGenuine("wrong signature");
        }
    }

    private Duration age(String time) {
        return Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant());
    }

    private boolean verify(X509Certificate certificate, String text, String signature) {
        try {
            certificate.checkValidity(java.util.Date.from(clock.instant()));
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(certificate.getPublicKey());
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String needed(UnaryOperator<@Nullable String> header, String name) {
        String value = header.apply(name);
        if (value == null) {
            throw new NotGenuine("no header " + name);
        }
        return value;
    }
}
