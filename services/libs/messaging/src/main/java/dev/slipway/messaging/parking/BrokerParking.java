package dev.slipway.messaging.parking;

import dev.slipway.messaging.broker.Outgoing;
import dev.slipway.messaging.broker.Publication;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.broker.Topology;
import dev.slipway.messaging.retry.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;

/**
 * The parking queue of the broker. It insists on its own instead of giving the message back to its queue, because a
 * quorum queue drops what was given back too often.
 */
public final class BrokerParking implements Parking {

    private static final Logger log = LoggerFactory.getLogger(BrokerParking.class);
    private static final Backoff WAITS = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));
    private static final int MOST_TRIES = 60;
    private static final int LONGEST_ERROR = 300;

    private final Publisher publisher;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Consumer<Duration> pause;
    private final RandomGenerator random;

    public BrokerParking(
            Publisher publisher, Clock clock, Supplier<String> ids, Consumer<Duration> pause, RandomGenerator random) {
        this.publisher = publisher;
        this.clock = clock;
        this.ids = ids;
        this.pause = pause;
        this.random = random;
    }

    @Override
    public void park(Message message, String queue, String error, int attempts) {
        Outgoing parked = new Outgoing("", Topology.PARKED, parked(message, queue, error, attempts));
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Publication answer = publisher.publish(List.of(parked)).get(0);
            if (answer instanceof Publication.Confirmed) {
                return;
            }
            log.warn("A message of {} cannot be parked yet: {}", queue, answer);
            pause.accept(WAITS.after(tries, random));
        }
        throw new MessageNotParked("a message of " + queue + " could not be parked");
    }

    private Message parked(Message message, String queue, String error, int attempts) {
        return MessageBuilder.fromClonedMessage(message)
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setHeader(ParkedHeaders.ID, ids.get())
                .setHeader(ParkedHeaders.QUEUE, queue)
                .setHeader(ParkedHeaders.ERROR, error.substring(0, Math.min(error.length(), LONGEST_ERROR)))
                .setHeader(ParkedHeaders.AT, clock.instant().toString())
                .setHeader(ParkedHeaders.ATTEMPTS, attempts)
                .build();
    }
}
