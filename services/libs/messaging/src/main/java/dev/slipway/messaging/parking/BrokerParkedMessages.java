package dev.slipway.messaging.parking;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import dev.slipway.messaging.broker.Outgoing;
import dev.slipway.messaging.broker.Publication;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.broker.Topology;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.RabbitUtils;
import org.springframework.amqp.rabbit.support.DefaultMessagePropertiesConverter;

/**
 * The parking queue itself is the only record, so nothing can be parked and not listed.
 *
 * <p>A queue can only be read by taking from it. Each pass therefore takes every message once from the head and, before
 * acknowledging it, publishes a fresh copy to the tail. Giving messages back instead would count as failed deliveries,
 * and a quorum queue drops a message after twenty of them. A crash in between leaves two copies with one id; they are
 * listed as one, and replaying or deleting removes both.
 */
public final class BrokerParkedMessages implements ParkedMessages {

    private static final int BATCH = 20;
    private static final int MOST = 20_000;

    private final OperatorLock lock;
    private final Publisher publisher;
    private final Supplier<String> ids;
    private final DefaultMessagePropertiesConverter converter = new DefaultMessagePropertiesConverter();

    /**
     * Works on the parking queue over these connections.
     *
     * @param ids ids for messages that were put into the queue by hand, without one
     */
    public BrokerParkedMessages(
            ConnectionFactory connections, Publisher publisher, Supplier<String> ids, RandomGenerator random) {
        this.lock = new OperatorLock(connections, random);
        this.publisher = publisher;
        this.ids = ids;
    }

    @Override
    public List<ParkedMessage> all() {
        Map<String, ParkedMessage> found = new LinkedHashMap<>();
        pass((id, message) -> {
            found.put(id, ParkedMessage.of(id, message));
            return true;
        });
        return found.values().stream()
                .sorted(Comparator.comparing(ParkedMessage::parkedAt).reversed())
                .toList();
    }

    @Override
    public boolean replay(String wanted) {
        List<Boolean> replayed = new ArrayList<>();
        pass((id, message) -> {
            if (!id.equals(wanted)) {
                return true;
            }
            if (replayed.isEmpty()) {
                replayed.add(putBack(message));
            }
            return !replayed.get(0);
        });
        if (replayed.contains(false)) {
            throw new MessageNotReplayed("its queue did not take the message");
        }
        return !replayed.isEmpty();
    }

    @Override
    public boolean delete(String wanted) {
        List<Message> deleted = new ArrayList<>();
        pass((id, message) -> {
            if (id.equals(wanted)) {
                deleted.add(message);
                return false;
            }
            return true;
        });
        return !deleted.isEmpty();
    }

    private boolean putBack(Message parked) {
        Object queue = parked.getMessageProperties().getHeader(ParkedHeaders.QUEUE);
        if (queue == null) {
            return false;
        }
        Message message = MessageBuilder.fromClonedMessage(parked)
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .removeHeader(ParkedHeaders.ID)
                .removeHeader(ParkedHeaders.QUEUE)
                .removeHeader(ParkedHeaders.ERROR)
                .removeHeader(ParkedHeaders.AT)
                .removeHeader(ParkedHeaders.ATTEMPTS)
                .build();
        Publication answer = publisher
                .publish(List.of(new Outgoing("", queue.toString(), message)))
                .get(0);
        return answer instanceof Publication.Confirmed;
    }

    private void pass(Visitor visitor) {
        lock.locked(connection -> {
            Channel channel = connection.createChannel(false);
            // Really closed instead of kept in the cache: that gives unacknowledged messages back to the queue.
            RabbitUtils.setPhysicalCloseRequired(channel, true);
            try {
                visit(channel, visitor);
            } catch (IOException e) {
                throw new AmqpException("The parking queue cannot be read", e);
            } finally {
                giveBack(channel);
            }
            return true;
        });
    }

    /** At once, because the channel is closed in the background. */
    private static void giveBack(Channel channel) {
        try {
            if (channel.isOpen()) {
                channel.basicRecover(true);
            }
        } catch (IOException e) {
            throw new AmqpException("The parking queue cannot be read", e);
        } finally {
            OperatorLock.close(channel);
        }
    }

    private void visit(Channel channel, Visitor visitor) throws IOException {
        long left = Math.min(MOST, channel.messageCount(Topology.PARKED));
        while (left > 0) {
            List<GetResponse> batch = take(channel, (int) Math.min(BATCH, left));
            if (batch.isEmpty()) {
                return;
            }
            left -= batch.size();
            turnOver(channel, batch, visitor);
        }
    }

    private static List<GetResponse> take(Channel channel, int most) throws IOException {
        List<GetResponse> batch = new ArrayList<>(most);
        while (batch.size() < most) {
            GetResponse got = channel.basicGet(Topology.PARKED, false);
            if (got == null) {
                break;
            }
            batch.add(got);
        }
        return batch;
    }

    private void turnOver(Channel channel, List<GetResponse> batch, Visitor visitor) throws IOException {
        List<Outgoing> copies = new ArrayList<>();
        for (GetResponse got : batch) {
            Message message = message(got);
            String id =
                    message.getMessageProperties().getHeader(ParkedHeaders.ID).toString();
            if (visitor.keep(id, message)) {
                copies.add(new Outgoing("", Topology.PARKED, message));
            }
        }
        for (Publication answer : publisher.publish(copies)) {
            if (!(answer instanceof Publication.Confirmed)) {
                throw new AmqpException("The parking queue did not take a message back");
            }
        }
        channel.basicAck(batch.get(batch.size() - 1).getEnvelope().getDeliveryTag(), true);
    }

    private Message message(GetResponse got) {
        var properties =
                converter.toMessageProperties(got.getProps(), got.getEnvelope(), StandardCharsets.UTF_8.name());
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        if (properties.getHeader(ParkedHeaders.ID) == null) {
            properties.setHeader(ParkedHeaders.ID, ids.get());
        }
        return new Message(got.getBody(), properties);
    }

    /** Looks at each message once and says whether it stays parked. */
    private interface Visitor {
        boolean keep(String id, Message message);
    }
}
