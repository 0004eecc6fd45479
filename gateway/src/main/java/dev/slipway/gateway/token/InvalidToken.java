package dev.slipway.gateway.token;

/** The token is not one of ours, or not any more. The reason is for the log alone. */
public final class InvalidToken extends RuntimeException {
    InvalidToken(String reason) {
        super(reason, null, false, false);
    }
}
