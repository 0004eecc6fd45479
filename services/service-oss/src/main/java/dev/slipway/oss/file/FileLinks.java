package dev.slipway.oss.file;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Links that let whoever has one read one file for a while: {@code ?expires=<epoch seconds>&signature=<HMAC-SHA256>}. */
public final class FileLinks {
    private static final int ID_DIGITS = 32;

    private final SecretKeySpec key;
    private final Duration lifetime;
    private final Clock clock;

    /** @param key the secret {@code file-signing-key} */
    FileLinks(String key, Duration lifetime, Clock clock) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** Path and query; the host is the one that the client knows. */
    public String link(FileId id) {
        String expires = Long.toString(clock.instant().plus(lifetime).getEpochSecond());
        return "/api/files/" + id + "?expires=" + expires + "&signature=" + signature(id, expires);
    }

    /** False for whatever is missing, malformed, of another file, past, or further ahead than a link may be. */
    public boolean valid(FileId id, @Nullable String expires, @Nullable String signature) {
        if (expires == null || signature == null || !expires.matches("[0-9]{1,12}")) {
            return false;
        }
        Instant end = Instant.ofEpochSecond(Long.parseLong(expires));
        Instant now = clock.instant();
        boolean lives = end.isAfter(now) && !end.isAfter(now.plus(lifetime));
        return MessageDigest.isEqual(bytes(signature(id, expires)), bytes(signature)) && lives;
    }

    /** The same caller and key give the same id, which nobody else can compute. */
    FileId idOf(String caller, String idempotencyKey) {
        byte[] mac = mac("id\n" + caller + "\n" + idempotencyKey);
        return new FileId(HexFormat.of().formatHex(mac).substring(0, ID_DIGITS));
    }

    private String signature(FileId id, String expires) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac("GET\n" + id + "\n" + expires));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
