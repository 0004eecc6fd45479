package dev.slipway.messaging.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.CorrelationData.Confirm;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Publisher confirms and the mandatory flag on one channel a batch.
 *
 * <p>It uses a connection of its own, so that a broker that blocks publishers does not stop consumers from
 * acknowledging.
 */
public final class RabbitPublisher implements Publisher {

    private final RabbitTemplate template;
    private final ConnectionFactory connections;
    private final Duration patience;

    /**
     * Publishes over these connections.
     *
     * @param patience how long the broker may take to answer a whole batch
     */
    public RabbitPublisher(ConnectionFactory connections, Duration patience) {
        if (!connections.isPublisherConfirms()) {
            throw new IllegalArgumentException("spring.rabbitmq.publisher-confirm-type must be 'correlated'");
        }
        this.connections = connections;
        this.patience = patience;
        this.template = new RabbitTemplate(connections);
        template.setMandatory(true);
        // A returned message is found in its correlation; without a callback each one is logged as unexpected.
        template.setReturnsCallback(returned -> {});
        template.setUsePublisherConnection(true);
    }

    @Override
    public List<Publication> publish(List<Outgoing> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        try {
            List<Publication> answers = template.invoke(channel -> exchange(channel, batch));
            return answers == null ? unanswered(batch.size(), "no channel") : answers;
        } catch (AmqpException e) {
            return unanswered(batch.size(), reason(e));
        }
    }

    @Override
    public boolean reachable() {
        try {
            ConnectionFactory publishing = connections.getPublisherConnectionFactory();
            return (publishing == null ? connections : publishing)
                    .createConnection()
                    .isOpen();
        } catch (AmqpException e) {
            return false;
        }
    }

    private List<Publication> exchange(RabbitOperations channel, List<Outgoing> batch) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<CorrelationData> sent = new ArrayList<>(batch.size());
        String broken = send(channel, batch, sent);
        List<Publication> answers = new ArrayList<>(batch.size());
        for (CorrelationData one : sent) {
            answers.add(answer(one, deadline));
        }
        if (broken != null) {
            answers.addAll(unanswered(batch.size() - sent.size(), broken));
        }
        return answers;
    }

    private static @Nullable String send(RabbitOperations channel, List<Outgoing> batch, List<CorrelationData> sent) {
        for (Outgoing one : batch) {
            CorrelationData correlation = new CorrelationData();
            try {
                channel.send(one.exchange(), one.routingKey(), one.message(), correlation);
            } catch (AmqpException e) {
                return reason(e);
            }
            sent.add(correlation);
        }
        return null;
    }

    private static Publication answer(CorrelationData correlation, long deadline) {
        try {
            long left = Math.max(0, deadline - System.nanoTime());
            Confirm confirm = correlation.getFuture().get(left, TimeUnit.NANOSECONDS);
            return correlation.getReturned() == null ? answer(confirm) : unroutable(correlation);
        } catch (TimeoutException e) {
            return new Publication.Unanswered("no confirm in time");
        } catch (ExecutionException e) {
            return new Publication.Unanswered(reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Publication.Unanswered("interrupted");
        }
    }

    /** A reason comes from the client (the channel was closed); the broker's own refusal has none. */
    private static Publication answer(Confirm confirm) {
        if (confirm.isAck()) {
            return new Publication.Confirmed();
        }
        String reason = confirm.getReason();
        return reason == null ? new Publication.Refused("refused by the broker") : new Publication.Unanswered(reason);
    }

    private static Publication unroutable(CorrelationData correlation) {
        var returned = correlation.getReturned();
        return new Publication.Refused("unroutable"
                + (returned == null ? "" : ": " + returned.getReplyCode() + " " + returned.getReplyText()));
    }

    private static List<Publication> unanswered(int count, String reason) {
        return new ArrayList<>(Collections.nCopies(count, new Publication.Unanswered(reason)));
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
