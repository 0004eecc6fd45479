package dev.slipway.messaging.consumer;

import dev.slipway.messaging.retry.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How consumers work. What is said of tries and of patience follows a push at once; concurrency, prefetch, claim and
 * reconnection are those of the start.
 *
 * @param concurrency messages of one queue handled at once in this process
 * @param prefetch messages each of them holds ahead
 * @param attempts tries before a message is parked
 * @param retryFirst wait after the first failure; doubles
 * @param retryLongest longest wait between two tries
 * @param patience longest time a message is held while the store or the broker is away or another instance has it;
 *     then it goes back to its queue. Shorter than the broker's acknowledgement timeout (RabbitMQ: 30 min).
 * @param claim where the effect is outside of the database: how long a killed instance keeps an event from the
 *     others
 * @param reconnectLongest longest wait between two attempts to reach the broker
 */
@ConfigurationProperties("slipway.messaging.consumer")
public record ConsumerProperties(
        @DefaultValue("4") int concurrency,
        @DefaultValue("5") int prefetch,
        @DefaultValue("5") int attempts,
        @DefaultValue("500ms") Duration retryFirst,
        @DefaultValue("10s") Duration retryLongest,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("30s") Duration claim,
        @DefaultValue("5s") Duration reconnectLongest) {

    private static final Duration RECONNECT_FIRST = Duration.ofMillis(200);

    public ConsumerProperties {
        if (concurrency < 1 || prefetch < 1 || attempts < 1) {
            throw new IllegalArgumentException("concurrency, prefetch and attempts are at least 1");
        }
        if (!positive(retryFirst) || retryLongest.compareTo(retryFirst) < 0) {
            throw new IllegalArgumentException("retry-first is above zero and retry-longest not below it");
        }
        if (!positive(patience) || !positive(claim) || reconnectLongest.compareTo(RECONNECT_FIRST) < 0) {
            throw new IllegalArgumentException("patience and claim are above zero, reconnect-longest is at least "
                    + RECONNECT_FIRST.toMillis() + "ms");
        }
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    public Backoff retry() {
        return new Backoff(retryFirst, retryLongest);
    }

    public Backoff reconnect() {
        return new Backoff(RECONNECT_FIRST, reconnectLongest);
    }
}
