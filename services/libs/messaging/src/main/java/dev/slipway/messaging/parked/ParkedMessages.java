package dev.slipway.messaging.parked;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.slipway.messaging.broker.Topology;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/**
 * Looks through the parking queue by taking its messages without acknowledging them; closing the channel gives them
 * back. An exclusive queue is the lock that keeps a second operator out meanwhile: the broker frees it when its holder
 * dies. At most {@link #MOST} messages are looked at.
 */
public final class ParkedMessages {
    static final int MOST = 1000;
    private static final String LOCK = "slipway.parked.operator";

    private final ConnectionFactory connections;

    public ParkedMessages(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** What became of a request for one message. */
    public enum Outcome {
        DONE,
        UNKNOWN,
        ORIGIN_GONE
    }

    /**
     * Lists in the order of parking.
     *
     * @param queue only of this queue; null for all
     * @throws ParkedMessagesBusy when another operator is at it
     */
    public List<ParkedMessage> list(@Nullable String queue) {
        return exclusively(channel -> {
            List<ParkedMessage> found = new ArrayList<>();
            GetResponse next;
            for (int seen = 0; seen < MOST && (next = channel.basicGet(Topology.PARKED, false)) != null; seen++) {
                ParkedMessage message = view(next);
                if (queue == null || queue.equals(message.queue())) {
                    found.add(message);
                }
            }
            return found;
        });
    }

    /** Puts the message back into the queue it came from and takes it out of the parking queue, as one transaction. */
    public Outcome replay(String id) {
        return exclusively(channel -> {
            GetResponse message = find(channel, id);
            if (message == null) {
                return Outcome.UNKNOWN;
            }
            String origin = view(message).queue();
            if (!exists(origin)) {
                return Outcome.ORIGIN_GONE;
            }
            channel.txSelect();
            channel.basicPublish("", origin, withoutMarks(message.getProps()), message.getBody());
            channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
            channel.txCommit();
            return Outcome.DONE;
        });
    }

    public Outcome delete(String id) {
        return exclusively(channel -> {
            GetResponse message = find(channel, id);
            if (message == null) {
                return Outcome.UNKNOWN;
            }
            channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
            return Outcome.DONE;
        });
    }

    private static @Nullable GetResponse find(Channel channel, String id) throws IOException {
        for (int seen = 0; seen < MOST; seen++) {
            GetResponse next = channel.basicGet(Topology.PARKED, false);
            if (next == null || id.equals(view(next).id())) {
                return next;
            }
        }
        return null;
    }

    /** A passive declaration of a missing queue closes its channel, so it gets one of its own. */
    private boolean exists(String queue) {
        try (Connection connection = connections.createConnection();
                Channel probe = connection.createChannel(false)) {
            probe.queueDeclarePassive(queue);
            return true;
        } catch (IOException | TimeoutException missing) {
            return false;
        }
    }

    private static AMQP.BasicProperties withoutMarks(AMQP.BasicProperties properties) {
        Map<String, Object> headers = new HashMap<>(properties.getHeaders());
        List.of(Parking.ID, Parking.QUEUE, Parking.ERROR, Parking.AT, Parking.ATTEMPTS)
                .forEach(headers::remove);
        return properties.builder().headers(headers).build();
    }

    private static ParkedMessage view(GetResponse message) {
        var properties = new DefaultMessagePropertiesConverter()
                .toMessageProperties(message.getProps(), message.getEnvelope(), "UTF-8");
        return ParkedMessage.of(properties, message.getBody().length);
    }

    /** Synchronized: the lock queue is exclusive to a connection, and this process shares one. */
    private synchronized <T> T exclusively(Work<T> work) {
        try (Connection connection = connections.createConnection();
                Channel channel = connection.createChannel(false);
                Channel lock = connection.createChannel(false)) {
            try {
                lock.queueDeclare(LOCK, false, true, true, Map.of());
            } catch (IOException held) {
                throw new ParkedMessagesBusy();
            }
            try {
                return work.with(channel);
            } finally {
                lock.queueDelete(LOCK);
            }
        } catch (IOException failed) {
            throw new AmqpIOException(failed);
        } catch (TimeoutException slow) {
            throw new AmqpIOException(new IOException(slow));
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Channel channel) throws IOException;
    }
}
