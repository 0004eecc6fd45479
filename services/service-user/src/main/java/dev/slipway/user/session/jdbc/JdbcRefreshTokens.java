package dev.slipway.user.session.jdbc;

import dev.slipway.user.session.RefreshTokens;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRefreshTokens implements RefreshTokens {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcRefreshTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(String hash, String sessionId, Instant expiresAt) {
        jdbc.sql("""
                        INSERT INTO refresh_token (token_hash, session_id, expires_at, created_at, updated_at)
                        VALUES (:hash, :session, :expires, :now, :now)""")
                .param("hash", hash)
                .param("session", sessionId)
                .param("expires", Utc.of(expiresAt))
                .param("now", Utc.of(clock.instant()))
                .update();
    }

    @Override
    public Optional<String> sessionOf(String hash) {
        return jdbc.sql("SELECT session_id FROM refresh_token WHERE token_hash = :hash")
                .param("hash", hash)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean use(String hash, Instant now) {
        return jdbc.sql("""
                        UPDATE refresh_token SET used_at = :now, updated_at = :now
                        WHERE token_hash = :hash AND used_at IS NULL AND expires_at > :now""").param("now", Utc.of(now)).param("hash", hash).update() == 1;
    }

    /** A locking read, because the use may have been committed after this transaction began to read. */
    @Override
    public boolean wasUsed(String hash) {
        return jdbc.sql("""
                        SELECT COUNT(*) FROM refresh_token WHERE token_hash = :hash AND used_at IS NOT NULL
                        FOR UPDATE""").param("hash", hash).query(Long.class).single() == 1;
    }
}
