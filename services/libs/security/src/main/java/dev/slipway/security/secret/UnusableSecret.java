package dev.slipway.security.secret;

/** A required secret is missing, too short or well known. The message never holds the value. */
public final class UnusableSecret extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableSecret(String message) {
        super(message);
    }
}
