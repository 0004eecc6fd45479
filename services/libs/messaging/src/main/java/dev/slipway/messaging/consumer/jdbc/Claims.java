package dev.slipway.messaging.consumer.jdbc;

import dev.slipway.messaging.consumer.ClaimedElsewhere;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Work done once, by whichever instance claims it first, in table {@code claim} (location {@code db/claims}). A killed
 * claimer's work is taken over when its claim has ended; it may then be done a second time, when the first one was
 * killed after the work and before it was marked as done. Done work is remembered for seven days.
 */
public final class Claims {

    private static final Logger log = LoggerFactory.getLogger(Claims.class);
    private static final long NANOS_OF_A_MICROSECOND = 1_000;

    private final JdbcClient jdbc;
    private final Supplier<String> tokens;
    private final long micros;
    private final Sweep sweep;

    /**
     * Claims in this database.
     *
     * @param tokens makes a value that no other claimer has
     * @param claim length of a claim; longer than the work can take
     * @param nanoTime a clock like {@link System#nanoTime()}
     */
    public Claims(JdbcClient jdbc, Supplier<String> tokens, Duration claim, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.micros = claim.toNanos() / NANOS_OF_A_MICROSECOND;
        this.sweep = new Sweep(jdbc, "claim", nanoTime);
    }

    /**
     * Does the work unless it is done already; an exception of the work ends the claim.
     *
     * @return whether this call did it
     * @throws ClaimedElsewhere when another claim stands
     */
    public boolean once(String name, Runnable work) {
        String token = tokens.get();
        if (!claimed(name, token)) {
            return false;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            release(name, token);
            throw e;
        }
        markDone(name, token);
        sweep.whenDue();
        return true;
    }

    private boolean claimed(String name, String token) {
        try {
            jdbc.sql("""
                            INSERT INTO claim (name, holder, claimed_until, created_at, updated_at)
                            VALUES (:name, :holder, UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND,
                              UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))""")
                    .param("name", name)
                    .param("holder", token)
                    .param("micros", micros)
                    .update();
            return true;
        } catch (DuplicateKeyException known) {
            return !done(name) && takenOver(name, token);
        }
    }

    /** Also when the claim had ended and was given back by another: the work is done all the same. */
    private void markDone(String name, String token) {
        jdbc.sql("""
                        INSERT INTO claim (name, holder, claimed_until, created_at, updated_at)
                        VALUES (:name, :holder, NULL, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
                        ON DUPLICATE KEY UPDATE claimed_until = NULL, updated_at = UTC_TIMESTAMP(6)""").param("name", name).param("holder", token).update();
    }

    private boolean done(String name) {
        return jdbc.sql("SELECT COUNT(*) FROM claim WHERE name = :name AND claimed_until IS NULL")
                        .param("name", name)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean takenOver(String name, String token) {
        int taken = jdbc.sql("""
                        UPDATE claim SET holder = :holder, updated_at = UTC_TIMESTAMP(6),
                          claimed_until = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND
                        WHERE name = :name AND claimed_until < UTC_TIMESTAMP(6)""")
                .param("holder", token)
                .param("micros", micros)
                .param("name", name)
                .update();
        if (taken == 0) {
            throw new ClaimedElsewhere(remaining(name));
        }
        return true;
    }

    /** None when it was done or given back in this very moment: whoever asks is to look again. */
    private Duration remaining(String name) {
        long left = jdbc.sql("""
                        SELECT COALESCE(MAX(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), claimed_until)), 0)
                        FROM claim WHERE name = :name""").param("name", name).query(Long.class).single();
        return Duration.ofNanos(Math.max(0, left) * NANOS_OF_A_MICROSECOND);
    }

    private void release(String name, String token) {
        try {
            jdbc.sql("DELETE FROM claim WHERE name = :name AND holder = :holder AND claimed_until IS NOT NULL")
                    .param("name", name)
                    .param("holder", token)
                    .update();
        } catch (DataAccessException e) {
            log.debug("The claim {} will end by itself", name, e);
        }
    }
}
