package dev.slipway.platform.secrets;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The name of a secret in the secrets file, e.g. {@code mysql-password-user}.
 *
 * @param kind decides the form of a generated value
 * @param shared the secret in whose place it is, in a stack from before it was one of its own; null for none
 */
public record SecretName(String name, Kind kind, @Nullable String shared) {
    /** The forms of generated values. */
    public enum Kind {
        /** Base64 for URLs without padding, of 32 random bytes: 43 letters, digits, dashes and underscores. */
        PASSWORD(32),
        /** The same of 24 random bytes: 32 characters, more of which a replica of MySQL does not take. */
        SHORT_PASSWORD(24),
        /** Standard base64 with padding, for whoever decodes it to exactly 32 bytes. */
        KEY(32);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    public static SecretName password(String name) {
        return new SecretName(name, Kind.PASSWORD, null);
    }

    public static SecretName shortPassword(String name) {
        return new SecretName(name, Kind.SHORT_PASSWORD, null);
    }

    public static SecretName key(String name) {
        return new SecretName(name, Kind.KEY, null);
    }

    /** The same, which a stack from before had no value for but that of {@code earlier}. */
    SecretName onceSharedAs(String earlier) {
        return new SecretName(name, kind, earlier);
    }

    /** A new value of its form. */
    public String generate(SecureRandom random) {
        byte[] bytes = new byte[kind.bytes];
        random.nextBytes(bytes);
        return kind == Kind.KEY
                ? Base64.getEncoder().encodeToString(bytes)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
