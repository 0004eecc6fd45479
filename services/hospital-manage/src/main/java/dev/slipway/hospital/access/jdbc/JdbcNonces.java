package dev.slipway.hospital.access.jdbc;

import dev.slipway.security.signature.Nonces;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** In the database, so that a restart forgets none. */
@Repository
class JdbcNonces implements Nonces {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcNonces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean claim(String keyId, String nonce, Duration kept) {
        Instant now = clock.instant();
        try {
            jdbc.sql("""
                            INSERT INTO used_nonce (key_id, nonce, expires_at, created_at, updated_at)
                            VALUES (:key, :nonce, :expiry, :now, :now)""")
                    .param("key", keyId)
                    .param("nonce", nonce)
                    .param("expiry", Utc.of(now.plus(kept)))
                    .param("now", Utc.of(now))
                    .update();
            return true;
        } catch (DuplicateKeyException used) {
            return false;
        }
    }

    /** In portions, so that no call waits for a long one. */
    @Scheduled(fixedDelayString = "PT1M")
    void forget() {
        String expired = "DELETE FROM used_nonce WHERE expires_at < :now ORDER BY expires_at LIMIT 1000";
        while (jdbc.sql(expired).param("now", Utc.of(clock.instant())).update() > 0) {
            Thread.onSpinWait();
        }
    }
}
