package dev.slipway.hospital.clerk;

import java.time.Instant;
import java.util.Optional;

/** Attempts to sign in by user name, existing or not: a lock-out must not tell which names exist. */
public interface ClerkAttempts {
    /**
     * Counts an attempt before the password is looked at, so that parallel guesses can't outrun the count.
     *
     * @return until when the name is locked out; empty when this attempt may be made
     */
    Optional<Instant> begin(String username);

    /** The password was right: the count starts anew. */
    void succeeded(String username);
}
