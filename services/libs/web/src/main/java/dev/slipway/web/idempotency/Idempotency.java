package dev.slipway.web.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a create call once per caller and {@code Idempotency-Key}. The key is written in the same transaction as what
 * the call creates: a crash leaves both or neither, and a second call with the key waits for the first.
 * Answers older than {@link #KEPT} may be forgotten.
 */
public final class Idempotency {
    /** How long the same key gives the same answer. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final Answers answers;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Clock clock;

    public Idempotency(Answers answers, TransactionTemplate transaction, ObjectMapper json, Clock clock) {
        this.answers = answers;
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
            if (!answers.claim(caller, key, hash, clock.instant())) {
                return remembered(caller, key, hash, answerType);
            }
            T answer = create.get();
            answers.keep(caller, key, write(answer));
            return answer;
        }));
    }

    /** Deletes at most {@code limit} answers that are older than {@link #KEPT}; returns how many. */
    public int forget(int limit) {
        return answers.forget(clock.instant().minus(KEPT), limit);
    }

    private <T> T remembered(String caller, String key, String hash, Class<T> answerType) {
        Answers.Answer stored = answers.find(caller, key);
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
}
