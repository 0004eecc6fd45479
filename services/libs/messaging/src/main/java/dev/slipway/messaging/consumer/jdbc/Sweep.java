package dev.slipway.messaging.consumer.jdbc;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes rows that are older than seven days, some each minute. */
public final class Sweep {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final String table;
    private final LongSupplier nanoTime;
    private final AtomicLong next;

    /**
     * Sweeps this table.
     *
     * @param table has a column {@code created_at}, in UTC, and an index that begins with it
     * @param nanoTime a clock like {@link System#nanoTime()}
     */
    public Sweep(JdbcClient jdbc, String table, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.table = table;
        this.nanoTime = nanoTime;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    public void whenDue() {
        long now = nanoTime.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + EVERY.toNanos())) {
            jdbc.sql("DELETE FROM " + table + " WHERE created_at < UTC_TIMESTAMP(6) - INTERVAL 7 DAY LIMIT 5000")
                    .update();
        }
    }
}
