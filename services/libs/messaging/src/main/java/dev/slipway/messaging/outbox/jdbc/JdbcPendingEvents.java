package dev.slipway.messaging.outbox.jdbc;

import dev.slipway.messaging.outbox.Backlog;
import dev.slipway.messaging.outbox.Event;
import dev.slipway.messaging.outbox.PendingEvent;
import dev.slipway.messaging.outbox.PendingEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Table {@code outbox} of {@code classpath:db/messaging}; its SQL runs on MySQL 8 and MariaDB alike. */
public final class JdbcPendingEvents implements PendingEvents {

    private static final int LONGEST_ERROR = 300;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public JdbcPendingEvents(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        // Read committed, because the default level locks the gaps that producers insert into.
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void add(Event event, String json, @Nullable String traceparent) {
        Instant due = event.due();
        jdbc.sql("""
                INSERT INTO outbox (event_id, type, payload, traceparent, due_at, next_attempt_at, created_at, updated_at)
                VALUES (:event, :type, :payload, :traceparent, COALESCE(:due, UTC_TIMESTAMP(6)),
                        COALESCE(:due, UTC_TIMESTAMP(6)), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))""")
                .param("event", event.id())
                .param("type", event.type())
                .param("payload", json)
                .param("traceparent", traceparent)
                .param("due", due == null ? null : LocalDateTime.ofInstant(due, ZoneOffset.UTC))
                .update();
    }

    @Override
    public List<PendingEvent> claim(int most, Duration lease) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<PendingEvent> due = due(most);
            postpone(due.stream().map(PendingEvent::number).toList(), lease);
            return due;
        }));
    }

    private List<PendingEvent> due(int most) {
        return jdbc.sql("""
                SELECT id, event_id, type, payload, traceparent, attempts, created_at FROM outbox
                WHERE published_at IS NULL AND next_attempt_at <= UTC_TIMESTAMP(6)
                ORDER BY next_attempt_at LIMIT :most FOR UPDATE SKIP LOCKED""")
                .param("most", most)
                .query(JdbcPendingEvents::pending)
                .list();
    }

    private static PendingEvent pending(ResultSet row, int index) throws SQLException {
        return new PendingEvent(
                row.getLong("id"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("payload"),
                row.getString("traceparent"),
                row.getInt("attempts"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    @Override
    public void published(Collection<Long> numbers) {
        if (!numbers.isEmpty()) {
            jdbc.sql("""
                    UPDATE outbox SET published_at = UTC_TIMESTAMP(6), last_error = NULL, updated_at = UTC_TIMESTAMP(6)
                    WHERE id IN (:numbers)""").param("numbers", numbers).update();
        }
    }

    @Override
    public void failed(long number, String error, Duration retryIn) {
        jdbc.sql("""
                UPDATE outbox SET attempts = attempts + 1, last_error = :error,
                    next_attempt_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND, updated_at = UTC_TIMESTAMP(6)
                WHERE id = :number AND published_at IS NULL""")
                .param("error", error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .param("micros", micros(retryIn))
                .param("number", number)
                .update();
    }

    @Override
    public void release(Collection<Long> numbers, Duration retryIn) {
        postpone(numbers, retryIn);
    }

    private void postpone(Collection<Long> numbers, Duration by) {
        if (!numbers.isEmpty()) {
            jdbc.sql("""
                    UPDATE outbox SET next_attempt_at = UTC_TIMESTAMP(6) + INTERVAL :micros MICROSECOND,
                        updated_at = UTC_TIMESTAMP(6)
                    WHERE id IN (:numbers) AND published_at IS NULL""").param("micros", micros(by)).param("numbers", numbers).update();
        }
    }

    @Override
    public Optional<Duration> nextDue() {
        return jdbc.sql("""
                SELECT TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), next_attempt_at) FROM outbox
                WHERE published_at IS NULL ORDER BY next_attempt_at LIMIT 1""")
                .query(Long.class)
                .optional()
                .map(micros -> Duration.of(Math.max(0, micros), ChronoUnit.MICROS));
    }

    @Override
    public Backlog backlog() {
        return jdbc.sql("""
                SELECT COUNT(*) pending, COALESCE(TIMESTAMPDIFF(MICROSECOND, MIN(due_at), UTC_TIMESTAMP(6)), 0) oldest
                FROM outbox WHERE published_at IS NULL AND due_at <= UTC_TIMESTAMP(6)""")
                .query((row, index) ->
                        new Backlog(row.getLong("pending"), Duration.of(row.getLong("oldest"), ChronoUnit.MICROS)))
                .single();
    }

    @Override
    public int deletePublished(Duration olderThan, int most) {
        return jdbc.sql("""
                DELETE FROM outbox WHERE published_at < UTC_TIMESTAMP(6) - INTERVAL :micros MICROSECOND LIMIT :most""")
                .param("micros", micros(olderThan))
                .param("most", most)
                .update();
    }

    private static long micros(Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
    }
}
