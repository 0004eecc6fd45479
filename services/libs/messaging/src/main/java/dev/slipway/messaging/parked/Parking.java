package dev.slipway.messaging.parked;

import dev.slipway.messaging.broker.Outgoing;
import dev.slipway.messaging.broker.Publication;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.broker.Topology;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;

/** Puts a message into the parking queue, with what an operator needs to decide about it. */
public final class Parking {
    static final String ID = "x-parked-id";
    static final String QUEUE = "x-origin-queue";
    static final String ERROR = "x-error";
    static final String AT = "x-parked-at";
    static final String ATTEMPTS = "x-attempts";

    private static final int LONGEST_ERROR = 300;

    private final Publisher publisher;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public Parking(Publisher publisher, Clock clock, Supplier<UUID> ids) {
        this.publisher = publisher;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Returns when the broker has confirmed it.
     *
     * @throws AmqpIOException when it has not; the message is then still unacknowledged in its own queue
     */
    public void park(Message message, String queue, String error, int attempts) {
        Message parked = MessageBuilder.fromMessage(message)
                .setHeader(ID, ids.get().toString())
                .setHeader(QUEUE, queue)
                .setHeader(ERROR, error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error)
                .setHeader(AT, clock.instant().toString())
                .setHeader(ATTEMPTS, attempts)
                .build();
        Publication answer = publisher
                .publish(List.of(new Outgoing("", Topology.PARKED, parked)))
                .get(0);
        if (!(answer instanceof Publication.Confirmed)) {
            throw new AmqpIOException(new java.io.IOException("not parked: " + answer));
        }
    }
}
