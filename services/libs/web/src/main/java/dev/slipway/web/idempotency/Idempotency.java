package dev.slipway.web.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a create call once per caller and {@code Idempotency-Key}. The key's row is written in the same transaction as
 * what the call creates: a crash leaves both or neither, and a second call with the key waits for the first.
 * Needs the table of {@code classpath:db/idempotency}; rows older than {@link #KEPT} may be forgotten.
 */
public final class Idempotency {
    /** How long the same key gives the same answer. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    public Idempotency(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param key value of the header; null runs {@code create} in a transaction without remembering
     * @param request what makes two calls the same, with its operation's name; is hashed, never stored
     * @param create creates in the surrounding transaction and gives the answer, which is stored as JSON
     * @throws ProblemException 400 for a malformed key, 422 {@code idempotency-key-reused} for another request
     */
    public <T> T once(String caller, @Nullable String key, Object request, Class<T> answerType, Supplier<T> create) {
        if (key == null) {
            return Objects.requireNonNull(transaction.execute(status -> create.get()));
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.invalid("Idempotency-Key", "must be 1 to 128 printable ASCII characters");
        }
        String hash = hash(request);
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!claim(caller, key, hash)) {
                return remembered(caller, key, hash, answerType);
            }
            T answer = create.get();
            jdbc.sql("UPDATE idempotent_answer SET answer = ? WHERE caller = ? AND request_key = ?")
                    .params(write(answer), caller, key)
                    .update();
            return answer;
        }));
    }

    /** Deletes at most {@code limit} rows that are older than {@link #KEPT}; returns how many. */
    public int forget(int limit) {
        return jdbc.sql("DELETE FROM idempotent_answer WHERE created_at < ? LIMIT " + limit)
                .params(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    /** INSERT IGNORE waits for a concurrent holder of the key and then reports 0 rows, on MySQL and MariaDB alike. */
    private boolean claim(String caller, String key, String hash) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        INSERT IGNORE INTO idempotent_answer (caller, request_key, request_hash, created_at, updated_at)
                        VALUES (?, ?, ?, ?, ?)""").params(List.of(caller, key, hash, now, now)).update() == 1;
    }

    /**
     * A locking read: sees what the first caller committed after this transaction began. Shared, because those who waited
     * for the key all hold its row shared by now; each wanting it alone would be a deadlock.
     */
    private <T> T remembered(String caller, String key, String hash, Class<T> answerType) {
        Answer stored = jdbc.sql("""
                SELECT request_hash, answer FROM idempotent_answer
                WHERE caller = ? AND request_key = ? LOCK IN SHARE MODE""").params(caller, key).query(Answer.class).single();
        if (!stored.requestHash().equals(hash)) {
            throw ProblemException.unprocessable(
                    "idempotency-key-reused", "This Idempotency-Key was used for another request.", List.of());
        }
        return read(stored.answer(), answerType);
    }

    private String hash(Object request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((request.getClass().getName() + write(request)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private record Answer(String requestHash, String answer) {}
}
