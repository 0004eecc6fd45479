package dev.slipway.user.token;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The signing keys, the newest of which is in use. */
public interface TokenKeys {
    /** Waits until no other instance changes keys; for the rest of the caller's transaction. */
    void takeTurn();

    /** The newest key, also when another transaction has just committed it. */
    Optional<TokenKey> newest();

    void add(TokenKey key);

    /** Every key but the newest stops being published at {@code end}, unless it does so earlier. */
    void expireAllBut(TokenKey newest, Instant end);

    /** Public parts of all keys whose tokens may still be alive. */
    List<ECKey> published(Instant now);
}
