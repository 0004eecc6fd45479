package dev.slipway.platform.secrets;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The name of a secret in the secrets file, e.g. {@code mysql-password-user}.
 *
 * @param kind decides the form of a generated value
 */
public record SecretName(String name, Kind kind) {
    private static final int RANDOM_BYTES = 32;

    /** The forms of generated values, all of 32 random bytes. */
    public enum Kind {
        /** Base64 for URLs without padding: 43 letters, digits, dashes and underscores. */
        PASSWORD,
        /** Standard base64 with padding, for whoever decodes it to exactly 32 bytes. */
        KEY
    }

    public static SecretName password(String name) {
        return new SecretName(name, Kind.PASSWORD);
    }

    public static SecretName key(String name) {
        return new SecretName(name, Kind.KEY);
    }

    /** A new value of its form. */
    public String generate(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return kind == Kind.KEY
                ? Base64.getEncoder().encodeToString(bytes)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
