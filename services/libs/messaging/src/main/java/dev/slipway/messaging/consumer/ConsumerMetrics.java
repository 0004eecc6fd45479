package dev.slipway.messaging.consumer;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of messages, by queue. */
public final class ConsumerMetrics {

    private final MeterRegistry meters;

    public ConsumerMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String queue, Outcome outcome) {
        meters.counter("slipway.messages.consumed", "queue", queue, "outcome", outcome.tag)
                .increment();
    }

    enum Outcome {
        HANDLED("handled"),
        REPEATED("repeated"),
        FAILED("failed"),
        PARKED("parked");

        private final String tag;

        Outcome(String tag) {
            this.tag = tag;
        }
    }
}
