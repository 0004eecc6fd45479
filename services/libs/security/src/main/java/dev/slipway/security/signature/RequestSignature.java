package dev.slipway.security.signature;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs one request. Needs nothing but the JDK (and the one annotation), so that a hospital can take this one file
 * as it stands.
 *
 * <p>Signed are eight lines, joined by a line feed and without one at the end: {@value #SCHEME}, the key id, the time,
 * the nonce, the method, the path as it is sent, the query in its canonical form, and the SHA-256 of the body in
 * lower-case hexadecimal digits. The signature is their HMAC-SHA256, in such digits too; its key is the text of the
 * signing key in UTF-8.
 *
 * @param keyId which of a hospital's keys signs
 * @param timestampMillis milliseconds since 1970 UTC; refused when more than five minutes from the receiver's clock
 * @param nonce 16 to 64 characters that no other request of this key has
 */
public record RequestSignature(String keyId, long timestampMillis, String nonce) {
    /** First line of what is signed: another scheme would never give the same signature. */
    public static final String SCHEME = "SLIPWAY-HMAC-SHA256";

    public static final String KEY_ID_HEADER = "X-Key-Id";
    public static final String TIMESTAMP_HEADER = "X-Timestamp";
    public static final String NONCE_HEADER = "X-Nonce";
    public static final String SIGNATURE_HEADER = "X-Signature";

    private static final HexFormat HEX = HexFormat.of();

    /**
     * The headers that a request has to carry.
     *
     * @param key signing key, as it was shown when it was made
     * @param method such as {@code POST}
     * @param target address with path and query; scheme, host and port are not signed
     * @param body what is sent; empty when nothing is
     */
    public Map<String, String> headers(String key, String method, URI target, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(KEY_ID_HEADER, keyId);
        headers.put(TIMESTAMP_HEADER, Long.toString(timestampMillis));
        headers.put(NONCE_HEADER, nonce);
        headers.put(SIGNATURE_HEADER, sign(key, canonical(method, target.getRawPath(), target.getRawQuery(), body)));
        return headers;
    }

    /**
     * The text that is signed.
     *
     * @param rawPath path with its percent signs, as it is sent
     * @param rawQuery query with its percent signs; null or empty when there is none
     */
    public String canonical(String method, String rawPath, @Nullable String rawQuery, byte[] body) {
        return String.join(
                "\n",
                SCHEME,
                keyId,
                Long.toString(timestampMillis),
                nonce,
                method.toUpperCase(Locale.ROOT),
                rawPath,
                canonicalQuery(rawQuery),
                HEX.formatHex(sha256(body)));
    }

    /** @return 64 lower-case hexadecimal digits */
    public static String sign(String key, String canonical) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HEX.formatHex(mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Each {@code key=value} with both parts percent-encoded by RFC 3986, sorted by their characters, joined by
     * {@code &}. How a client wrote them (a plus for a blank, lower-case digits, another order) makes no difference.
     *
     * @throws IllegalArgumentException for a percent sign without two hexadecimal digits
     */
    static String canonicalQuery(@Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return "";
        }
        return Arrays.stream(rawQuery.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .map(pair -> encoded(pair[0]) + "=" + (pair.length > 1 ? encoded(pair[1]) : ""))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String raw) {
        return URLEncoder.encode(URLDecoder.decode(raw, StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
