package dev.slipway.user.signin;

import java.time.Duration;

/** The phone has had its codes for now. */
public final class TooManyCodes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyCodes(Duration retryAfter) {
        super("Too many codes for this phone");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
