package dev.slipway.hospital.clerk.jdbc;

import dev.slipway.hospital.clerk.ClerkAttempts;
import dev.slipway.security.secret.DataCipher;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Names are kept as keyed hashes: someone may have typed a password there. */
@Repository
class JdbcClerkAttempts implements ClerkAttempts {
    private static final int MOST_FAILURES = 5;
    private static final Duration LOCK_OUT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final DataCipher cipher;
    private final Clock clock;

    JdbcClerkAttempts(JdbcClient jdbc, DataCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Instant> begin(String username) {
        String index = index(username);
        Instant now = clock.instant();
        Attempts attempts = counted(index, now);
        Instant locked = attempts.lockedUntil();
        if (locked != null && locked.isAfter(now)) {
            return Optional.of(locked);
        }
        int failures = locked == null ? attempts.failures() : 1;
        update(index, failures, failures >= MOST_FAILURES ? now.plus(LOCK_OUT) : null, now);
        return Optional.empty();
    }

    /** The upsert also locks the row, so that attempts at one name are counted one after the other. */
    private Attempts counted(String index, Instant now) {
        jdbc.sql("""
                        INSERT INTO clerk_attempt (username_index, failures, created_at, updated_at)
                        VALUES (:index, 1, :now, :now)
                        ON DUPLICATE KEY UPDATE failures = failures + 1""").param("index", index).param("now", Utc.of(now)).update();
        return jdbc.sql("SELECT failures, locked_until FROM clerk_attempt WHERE username_index = :index FOR UPDATE")
                .param("index", index)
                .query((row, number) -> new Attempts(row.getInt("failures"), Utc.readNullable(row, "locked_until")))
                .single();
    }

    private void update(String index, int failures, @Nullable Instant lockedUntil, Instant now) {
        jdbc.sql("""
                        UPDATE clerk_attempt SET failures = :failures, locked_until = :locked, updated_at = :now
                        WHERE username_index = :index""")
                .param("failures", failures)
                .param("locked", Utc.ofNullable(lockedUntil))
                .param("now", Utc.of(now))
                .param("index", index)
                .update();
    }

    @Override
    public void succeeded(String username) {
        jdbc.sql("DELETE FROM clerk_attempt WHERE username_index = :index")
                .param("index", index(username))
                .update();
    }

    private String index(String username) {
        return cipher.blindIndex("clerk.username", username);
    }

    private record Attempts(int failures, @Nullable Instant lockedUntil) {}

    /** Whatever name was typed leaves a row: those that no lock-out needs any more go. */
    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        jdbc.sql("DELETE FROM clerk_attempt WHERE updated_at < :before LIMIT 10000")
                .param("before", Utc.of(clock.instant().minus(LOCK_OUT.multipliedBy(2))))
                .update();
    }
}
