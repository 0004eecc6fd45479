package dev.slipway.web.idempotency.jdbc;

import dev.slipway.web.idempotency.Answers;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code idempotent_answer} of {@code classpath:db/idempotency}. */
final class JdbcAnswers implements Answers {
    private final JdbcClient jdbc;

    JdbcAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** INSERT IGNORE waits for a concurrent holder of the key and then reports 0 rows, on MySQL and MariaDB alike. */
    @Override
    public boolean claim(String caller, String key, String requestHash, Instant now) {
        Timestamp time = Timestamp.from(now);
        return jdbc.sql("""
                        INSERT IGNORE INTO idempotent_answer (caller, request_key, request_hash, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?)""")
                        .params(List.of(caller, key, requestHash, time, time))
                        .update()
                == 1;
    }

    @Override
    public void keep(String caller, String key, String answer) {
        jdbc.sql("UPDATE idempotent_answer SET answer = ? WHERE caller = ? AND request_key = ?")
                .params(answer, caller, key)
                .update();
    }

    /**
     * A locking read: sees what the first caller committed after this transaction began. Shared, because those who waited
     * for the key all hold its row shared by now; each wanting it alone would be a deadlock.
     */
    @Override
    public Answer find(String caller, String key) {
        return jdbc.sql("""
                SELECT request_hash, answer FROM idempotent_answer
                WHERE caller = ? AND request_key = ? LOCK IN SHARE MODE""").params(caller, key).query(Answer.class).single();
    }

    @Override
    public int forget(Instant before, int limit) {
        return jdbc.sql("DELETE FROM idempotent_answer WHERE created_at < ? LIMIT " + limit)
                .params(Timestamp.from(before))
                .update();
    }
}
