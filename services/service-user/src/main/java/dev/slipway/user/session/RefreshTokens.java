package dev.slipway.user.session;

import java.time.Instant;
import java.util.Optional;

/** Refresh tokens by their hash; all tokens of a session are one family. */
public interface RefreshTokens {
    void add(String hash, String sessionId, Instant expiresAt);

    Optional<String> sessionOf(String hash);

    /** Marks the token as used; false when it was used before, or has expired. The check and the mark are one step. */
    boolean use(String hash, Instant now);

    boolean wasUsed(String hash);
}
