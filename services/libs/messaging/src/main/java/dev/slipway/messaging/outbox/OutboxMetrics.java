package dev.slipway.messaging.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;

/** The relay's numbers; the backlog is as old as the relay's last look, so a scrape costs no query. */
public final class OutboxMetrics {

    private final Counter published;
    private final Counter refused;
    private final Counter unanswered;
    private volatile Backlog backlog = Backlog.NONE;

    public OutboxMetrics(MeterRegistry meters) {
        published = meters.counter("slipway.outbox.published");
        refused = meters.counter("slipway.outbox.failed", "reason", "refused");
        unanswered = meters.counter("slipway.outbox.failed", "reason", "unanswered");
        Gauge.builder("slipway.outbox.pending", () -> backlog.pending())
                .description("Events that are due and not published")
                .register(meters);
        TimeGauge.builder("slipway.outbox.oldest", () -> backlog.oldest().toMillis(), TimeUnit.MILLISECONDS)
                .description("Time since the oldest pending event is due")
                .register(meters);
    }

    void published(int events) {
        published.increment(events);
    }

    void refused() {
        refused.increment();
    }

    void unanswered(int events) {
        unanswered.increment(events);
    }

    void backlog(Backlog current) {
        backlog = current;
    }
}
