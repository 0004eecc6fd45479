package dev.slipway.web.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports refused documents: an error line, and the counter {@code slipway_config_rejected_total} by {@code data_id}. */
public final class Rejections {

    private static final Logger log = LoggerFactory.getLogger(Rejections.class);

    private final MeterRegistry meters;

    Rejections(MeterRegistry meters) {
        this.meters = meters;
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
    }

    private Counter counter(Document document) {
        return Counter.builder("slipway.config.rejected")
                .description("Pushed documents that were refused as a whole")
                .tag("data_id", document.dataId())
                .register(meters);
    }
}
