package dev.slipway.messaging.consumer;

import dev.slipway.messaging.retry.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How consumers retry.
 *
 * @param attempts how often a handler is called for one delivery before the message is parked
 * @param firstWait nominal wait after the first failure; doubles, with jitter
 * @param longestWait bound of one wait
 * @param concurrency deliveries of one queue handled at once in this process
 */
@ConfigurationProperties("slipway.messaging.consumer")
public record ConsumerProperties(
        @DefaultValue("6") int attempts,
        @DefaultValue("200ms") Duration firstWait,
        @DefaultValue("5s") Duration longestWait,
        @DefaultValue("2") int concurrency) {
    public ConsumerProperties {
        if (attempts < 1 || concurrency < 1) {
            throw new IllegalArgumentException("slipway.messaging.consumer: attempts and concurrency start at 1");
        }
    }

    Backoff backoff() {
        return new Backoff(firstWait, longestWait);
    }
}
