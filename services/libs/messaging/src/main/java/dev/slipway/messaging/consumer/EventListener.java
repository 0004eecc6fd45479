package dev.slipway.messaging.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.messaging.parked.Parking;
import dev.slipway.messaging.retry.Backoff;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;

/**
 * Handles the deliveries of one queue: retries in process with back-off, then parks. It returns, and the message is
 * acknowledged, only when the event is dealt with or safely parked; a crash before that means redelivery.
 */
final class EventListener<T> implements MessageListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventListener.class);

    private final Subscription<T> subscription;
    private final ConsumedEvents consumed;
    private final Parking parking;
    private final ObjectMapper json;
    private final ConsumerProperties properties;
    private final RandomGenerator random;
    private final MeterRegistry meters;

    EventListener(
            Subscription<T> subscription,
            ConsumedEvents consumed,
            Parking parking,
            ObjectMapper json,
            ConsumerProperties properties,
            RandomGenerator random,
            MeterRegistry meters) {
        this.subscription = subscription;
        this.consumed = consumed;
        this.parking = parking;
        this.json = json;
        this.properties = properties;
        this.random = random;
        this.meters = meters;
    }

    @Override
    public void onMessage(Message message) {
        String poison = poison(message);
        if (poison != null) {
            park(message, poison, 0);
            return;
        }
        String id = message.getMessageProperties().getMessageId();
        T payload;
        try {
            payload = json.readValue(message.getBody(), subscription.payload());
        } catch (IOException | RuntimeException unreadable) {
            park(message, "the body can't be read as " + subscription.type(), 0);
            return;
        }
        handle(message, id, payload);
    }

    private @Nullable String poison(Message message) {
        String id = message.getMessageProperties().getMessageId();
        String type = message.getMessageProperties().getType();
        if (id == null || id.isBlank() || id.length() > 64) {
            return "no usable message id";
        }
        return subscription.type().equals(type) ? null : "the type is not " + subscription.type();
    }

    private void handle(Message message, String id, T payload) {
        Backoff backoff = properties.backoff();
        for (int attempt = 1; ; attempt++) {
            try {
                boolean first = consumed.once(
                        subscription.queue(), id, () -> subscription.handler().handle(id, payload));
                count(first ? "handled" : "repeated");
                return;
            } catch (Undeliverable hopeless) {
                park(message, String.valueOf(hopeless.getMessage()), attempt);
                return;
            } catch (RuntimeException failed) {
                LOG.warn("Attempt {} at {} {} failed", attempt, subscription.queue(), id, failed);
                if (attempt == properties.attempts()) {
                    park(message, failed.getClass().getSimpleName(), attempt);
                    return;
                }
                pause(backoff.after(attempt - 1, random).toMillis());
            }
        }
    }

    /** What can't be parked stays in its queue: the exception gives it back to the broker. */
    private void park(Message message, String error, int attempts) {
        parking.park(message, subscription.queue(), error, attempts);
        count("parked");
        LOG.error("Parked a message of {}: {}", subscription.queue(), error);
    }

    private void count(String outcome) {
        meters.counter("slipway_events_consumed", "queue", subscription.queue(), "outcome", outcome)
                .increment();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the broker delivers again", stopping);
        }
    }
}
