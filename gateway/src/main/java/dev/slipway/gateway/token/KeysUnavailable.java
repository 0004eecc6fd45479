package dev.slipway.gateway.token;

/** The token may be good: the key it names could not be read in time. */
public final class KeysUnavailable extends RuntimeException {
    KeysUnavailable(String reason) {
        super(reason, null, false, false);
    }
}
