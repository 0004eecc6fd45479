package dev.slipway.security.signature;

import dev.slipway.security.signature.SignatureVerdict.Genuine;
import dev.slipway.security.signature.SignatureVerdict.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds a request against its signature. The nonce is claimed last: whoever can't sign can't use one up. */
public final class SignatureCheck {
    /** How far the sender's clock may be from ours. */
    public static final Duration SKEW = Duration.ofMinutes(5);

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{13}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");

    private final SigningKeys keys;
    private final Nonces nonces;
    private final Clock clock;

    public SignatureCheck(SigningKeys keys, Nonces nonces, Clock clock) {
        this.keys = keys;
        this.nonces = nonces;
        this.clock = clock;
    }

    /**
     * @param header gives the value of a request header, or null
     * @param rawPath path as it was sent
     * @param rawQuery query as it was sent; null when there is none
     */
    public SignatureVerdict check(
            UnaryOperator<@Nullable String> header,
            String method,
            String rawPath,
            @Nullable String rawQuery,
            byte[] body) {
        String keyId = header.apply(RequestSignature.KEY_ID_HEADER);
        String timestamp = header.apply(RequestSignature.TIMESTAMP_HEADER);
        String nonce = header.apply(RequestSignature.NONCE_HEADER);
        String signature = header.apply(RequestSignature.SIGNATURE_HEADER);
        if (keyId == null || timestamp == null || nonce == null || signature == null) {
            return new Refused(
                    "signature-missing", "The call needs the headers X-Key-Id, X-Timestamp, X-Nonce and X-Signature.");
        }
        if (!KEY_ID.matcher(keyId).matches()
                || !TIMESTAMP.matcher(timestamp).matches()
                || !NONCE.matcher(nonce).matches()
                || !SIGNATURE.matcher(signature).matches()) {
            return new Refused("signature-malformed", "A header of the signature does not have its form.");
        }
        var claimed = new RequestSignature(keyId, Long.parseLong(timestamp), nonce);
        return check(claimed, signature, method, rawPath, rawQuery, body);
    }

    private SignatureVerdict check(
            RequestSignature claimed,
            String signature,
            String method,
            String rawPath,
            @Nullable String rawQuery,
            byte[] body) {
        Duration age = Duration.between(Instant.ofEpochMilli(claimed.timestampMillis()), clock.instant());
        if (age.abs().compareTo(SKEW) > 0) {
            return new Refused("signature-expired", "The time of the signature is more than five minutes from ours.");
        }
        Optional<SigningKey> key = keys.find(claimed.keyId());
        if (key.isEmpty()) {
            return new Refused("key-unknown", "The key id is unknown or retired.");
        }
        if (!genuine(claimed, key.get(), signature, method, rawPath, rawQuery, body)) {
            return new Refused("signature-wrong", "The signature does not fit the request.");
        }
        if (!nonces.claim(claimed.keyId(), claimed.nonce(), SKEW.multipliedBy(2))) {
            return new Refused("nonce-used", "The nonce was used before.");
        }
        return new Genuine(key.get().owner());
    }

    private static boolean genuine(
            RequestSignature claimed,
            SigningKey key,
            String signature,
            String method,
            String rawPath,
            @Nullable String rawQuery,
            byte[] body) {
        String expected;
        try {
            expected = RequestSignature.sign(key.value(), claimed.canonical(method, rawPath, rawQuery, body));
        } catch (IllegalArgumentException malformedQuery) {
            return false;
        }
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }
}
