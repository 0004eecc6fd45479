package dev.slipway.messaging.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.messaging.consumer.ConsumerMetrics.Outcome;
import dev.slipway.messaging.parking.Parking;
import dev.slipway.messaging.retry.Backoff;
import dev.slipway.web.live.Live;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Handles one message until it is applied or parked; returning means that the message may be acknowledged.
 *
 * <p>Three kinds of failure differ: a refused message is parked at once; a failing handler is tried again a few times;
 * while the store is away or another instance has the event, it waits, because the message is not at fault. Changed
 * settings hold from the next try on, also for the message in hand.
 */
public final class EventListener<T> implements MessageListener {

    private static final Logger log = LoggerFactory.getLogger(EventListener.class);

    private final Subscription<T> subscription;
    private final EventReader<T> reader;
    private final ConsumedEvents consumed;
    private final Parking parking;
    private final Live<ConsumerProperties> settings;
    private final ConsumerMetrics metrics;
    private final Pauses pauses;
    private final RandomGenerator random;

    public EventListener(
            Subscription<T> subscription,
            ObjectMapper mapper,
            ConsumedEvents consumed,
            Parking parking,
            Live<ConsumerProperties> settings,
            ConsumerMetrics metrics,
            Pauses pauses,
            RandomGenerator random) {
        this.subscription = subscription;
        this.reader = new EventReader<>(mapper, subscription.type(), subscription.payload());
        this.consumed = consumed;
        this.parking = parking;
        this.settings = settings;
        this.metrics = metrics;
        this.pauses = pauses;
        this.random = random;
    }

    @Override
    public void onMessage(Message message) {
        Tries tries = new Tries();
        while (true) {
            try {
                consume(message);
                return;
            } catch (Undeliverable e) {
                park(message, String.valueOf(e.getMessage()), tries.failures + 1);
                return;
            } catch (ClaimedElsewhere e) {
                tries.waitFor(e, e.remaining());
            } catch (DataAccessResourceFailureException | QueryTimeoutException | CannotCreateTransactionException e) {
                tries.waitFor(e, settings.get().retryLongest());
            } catch (Pauses.ServiceStops e) {
                throw e;
            } catch (RuntimeException e) {
                if (tries.exhausted(e, message)) {
                    park(message, e.getClass().getSimpleName(), tries.failures);
                    return;
                }
            }
        }
    }

    private void consume(Message message) {
        ReceivedEvent<T> event = reader.read(message);
        boolean applied = consumed.once(
                subscription.queue(), event.id(), () -> subscription.handler().handle(event.id(), event.payload()));
        metrics.count(subscription.queue(), applied ? Outcome.HANDLED : Outcome.REPEATED);
    }

    private void park(Message message, String error, int attempts) {
        parking.park(message, subscription.queue(), error, attempts);
        metrics.count(subscription.queue(), Outcome.PARKED);
        log.warn(
                "Message {} of {} is parked after {} attempts: {}",
                message.getMessageProperties().getMessageId(),
                subscription.queue(),
                attempts,
                error);
    }

    /** Failures and waits of the message in hand. */
    private final class Tries {
        private final long since = System.nanoTime();
        private int failures;
        private int waits;

        /** Whether that was the last try; otherwise pauses before the next one. */
        boolean exhausted(RuntimeException failure, Message message) {
            failures++;
            metrics.count(subscription.queue(), Outcome.FAILED);
            log.warn(
                    "Message {} of {} failed, attempt {}: {}",
                    message.getMessageProperties().getMessageId(),
                    subscription.queue(),
                    failures,
                    failure.getClass().getSimpleName(),
                    failure);
            ConsumerProperties now = settings.get();
            if (failures >= now.attempts()) {
                return true;
            }
            pauses.pause(now.retry().after(failures - 1, random));
            return false;
        }

        /** Pauses without counting a failure; gives the message back to its queue when that lasts too long. */
        void waitFor(RuntimeException cause, Duration longest) {
            ConsumerProperties now = settings.get();
            if (System.nanoTime() - since > now.patience().toNanos()) {
                throw cause;
            }
            Duration first = now.retryFirst();
            Backoff waiting = new Backoff(first, longest.compareTo(first) < 0 ? first : longest);
            pauses.pause(waiting.after(waits++, random));
        }
    }
}
