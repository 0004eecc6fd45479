package dev.slipway.gateway.call;

import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One line a call, gathered and written many at a time: a write a line would cost more than authenticating the
 * call. Lines of the last {@link #FLUSH} can be lost when the process is killed. A reader of the log that hangs
 * costs lines (counted), never calls.
 */
final class AccessLog implements AutoCloseable {
    static final Duration FLUSH = Duration.ofMillis(100);
    private static final int MOST_WAITING = 4 * 1024 * 1024;
    private static final int LINE = 320;

    private final OutputStream out;
    private final boolean json;
    private final Clock clock;
    private final Counter dropped;
    private final ScheduledExecutorService writer;
    private final Future<?> flushing;
    private long timeMillis = -1;
    private String time = "";
    private StringBuilder waiting = new StringBuilder(64 * LINE);
    private StringBuilder spare = new StringBuilder(64 * LINE);

    AccessLog(OutputStream out, boolean json, Clock clock, Counter dropped) {
        this.out = out;
        this.json = json;
        this.clock = clock;
        this.dropped = dropped;
        this.writer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "access-log");
            thread.setDaemon(true);
            return thread;
        });
        long millis = FLUSH.toMillis();
        this.flushing = this.writer.scheduleWithFixedDelay(this::flush, millis, millis, TimeUnit.MILLISECONDS);
    }

    synchronized void record(AccessLine line) {
        if (waiting.length() > MOST_WAITING) {
            dropped.increment();
        } else if (json) {
            line.appendJson(waiting, now());
        } else {
            line.appendText(waiting, now());
        }
    }

    /** Written out once a millisecond at most. */
    private String now() {
        long millis = clock.millis();
        if (millis != timeMillis) {
            timeMillis = millis;
            time = Instant.ofEpochMilli(millis).toString();
        }
        return time;
    }

    private void flush() {
        StringBuilder lines = take();
        if (lines.isEmpty()) {
            return;
        }
        try {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException readerGone) {
            dropped.increment();
        }
        lines.setLength(0);
    }

    private synchronized StringBuilder take() {
        StringBuilder taken = waiting;
        waiting = spare;
        spare = taken;
        return taken;
    }

    @Override
    public void close() {
        flushing.cancel(false);
        writer.shutdown();
        try {
            if (!writer.awaitTermination(1, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        flush();
    }
}
