package dev.slipway.user.retention.jdbc;

import dev.slipway.web.time.Utc;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deletes at most a batch of rows and says how many. */
@Repository
public class OldRows {
    private final JdbcClient jdbc;

    OldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public int removeRefreshTokens(Instant expiredBefore, int limit) {
        return remove("refresh_token", "expires_at", expiredBefore, limit);
    }

    public int removeSessions(Instant expiredBefore, int limit) {
        return remove("session", "expires_at", expiredBefore, limit);
    }

    public int removeSignIns(Instant madeBefore, int limit) {
        return remove("sign_in_record", "created_at", madeBefore, limit);
    }

    /** Counts that led to no lock-out any more. */
    public int removeOperatorAttempts(Instant madeBefore, int limit) {
        return remove("operator_attempt", "updated_at", madeBefore, limit);
    }

    /** Keys that are no longer published; the one in use has no end and stays. */
    public int removeTokenKeys(Instant expiredBefore, int limit) {
        return remove("token_key", "expires_at", expiredBefore, limit);
    }

    private int remove(String table, String column, Instant before, int limit) {
        return jdbc.sql("DELETE FROM " + table + " WHERE " + column + " < :before LIMIT " + limit)
                .param("before", Utc.of(before))
                .update();
    }
}
