package dev.slipway.messaging.outbox;

import dev.slipway.messaging.retry.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the relay works.
 *
 * @param relay whether this process publishes what is stored; off for a process that only stores
 * @param batch most events published in one go
 * @param poll longest pause before it looks for events that another process stored
 * @param lease how long a claimed event is kept from other relays; a killed relay's events wait this long
 * @param retryFirst wait after an event's first refusal; doubles
 * @param retryLongest longest wait between two attempts of one event
 * @param reconnectLongest longest wait between two attempts to reach the broker or the database
 * @param keepPublished how long published events stay in the table
 */
@ConfigurationProperties("slipway.messaging.outbox")
public record OutboxProperties(
        @DefaultValue("true") boolean relay,
        @DefaultValue("100") int batch,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1s") Duration retryFirst,
        @DefaultValue("1m") Duration retryLongest,
        @DefaultValue("5s") Duration reconnectLongest,
        @DefaultValue("1d") Duration keepPublished) {

    private static final Duration RECONNECT_FIRST = Duration.ofMillis(200);

    public OutboxProperties {
        if (batch < 1 || poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("slipway.messaging.outbox: batch and poll are positive");
        }
    }

    Backoff retry() {
        return new Backoff(retryFirst, retryLongest);
    }

    Backoff reconnect() {
        return new Backoff(RECONNECT_FIRST, reconnectLongest);
    }
}
