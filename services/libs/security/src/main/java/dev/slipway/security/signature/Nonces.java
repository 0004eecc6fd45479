package dev.slipway.security.signature;

import java.time.Duration;

/** Remembers which nonces were used, for all instances of the receiver. */
public interface Nonces {
    /**
     * Claims a nonce.
     *
     * @param kept how long it has to be remembered at least
     * @return false when it was claimed before
     * @throws RuntimeException when that can't be known: the request must then be refused
     */
    boolean claim(String keyId, String nonce, Duration kept);
}
