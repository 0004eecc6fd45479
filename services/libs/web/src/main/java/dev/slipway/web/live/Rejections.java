package dev.slipway.web.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports refused documents: an error line, the counter {@code slipway_config_rejected_total} by {@code data_id}, and
 * the last one for the health detail.
 */
public final class Rejections {

    private static final Logger log = LoggerFactory.getLogger(Rejections.class);

    private final MeterRegistry meters;
    private final Clock clock;
    private final AtomicReference<Rejection> last = new AtomicReference<>();

    Rejections(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** The latest refusal since the start, whichever document it was about. */
    public Optional<Rejection> last() {
        return Optional.ofNullable(last.get());
    }

    /** Makes the counter of a document visible at zero, so that an alert can be written before it ever counts. */
    void expect(Document document) {
        counter(document);
    }

    void report(Document document, ConfigurationRefused refused) {
        log.error(
                "Refused {} of group {} as a whole, what was in force stays: {}: {}",
                document.dataId(),
                document.group(),
                refused.key(),
                refused.reason());
        counter(document).increment();
        last.set(new Rejection(document.group(), document.dataId(), refused.key(), refused.reason(), clock.instant()));
    }

    private Counter counter(Document document) {
        return Counter.builder("slipway.config.rejected")
                .description("Pushed documents that were refused as a whole")
                .tag("data_id", document.dataId())
                .register(meters);
    }
}
