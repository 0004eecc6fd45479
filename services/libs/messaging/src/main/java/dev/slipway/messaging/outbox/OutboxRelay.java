package dev.slipway.messaging.outbox;

import dev.slipway.messaging.broker.Outgoing;
import dev.slipway.messaging.broker.Publication;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.broker.Topology;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

/**
 * Publishes stored events: claims a batch, publishes it outside any transaction, records each answer. Any number of
 * relays may run at once. Killed at any point it loses nothing: what it published and did not record is published
 * again when its lease has ended.
 */
public final class OutboxRelay {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    /** Due, but in the middle of another relay's claim. */
    private static final Duration CONTENDED = Duration.ofMillis(10);

    private final PendingEvents events;
    private final Publisher publisher;
    private final OutboxProperties properties;
    private final OutboxMetrics metrics;
    private final RandomGenerator random;
    private int outages;

    public OutboxRelay(
            PendingEvents events,
            Publisher publisher,
            OutboxProperties properties,
            OutboxMetrics metrics,
            RandomGenerator random) {
        this.events = events;
        this.publisher = publisher;
        this.properties = properties;
        this.metrics = metrics;
        this.random = random;
    }

    /** One batch, then how to go on. Not for several threads at once. */
    Pause turn() {
        if (!publisher.reachable()) {
            return outage("the broker cannot be reached");
        }
        List<PendingEvent> claimed = events.claim(properties.batch(), properties.lease());
        List<Publication> answers =
                publisher.publish(claimed.stream().map(OutboxRelay::message).toList());
        List<Long> unanswered = record(claimed, answers);
        if (!unanswered.isEmpty()) {
            return broken(unanswered, answers);
        }
        recovered();
        return claimed.size() == properties.batch() ? Pause.NONE : untilNext();
    }

    /** Counts the outage that kept a turn from its end, e.g. the database being away. */
    Pause outage(String cause) {
        if (outages == 0) {
            log.warn("Events wait: {}", cause);
        }
        return new Pause(properties.reconnect().after(outages++, random), false);
    }

    private List<Long> record(List<PendingEvent> claimed, List<Publication> answers) {
        List<Long> published = new ArrayList<>();
        List<Long> unanswered = new ArrayList<>();
        for (int i = 0; i < claimed.size(); i++) {
            PendingEvent event = claimed.get(i);
            Publication answer = answers.get(i);
            if (answer instanceof Publication.Confirmed) {
                published.add(event.number());
            } else if (answer instanceof Publication.Refused refused) {
                refused(event, refused.reason());
            } else {
                unanswered.add(event.number());
            }
        }
        events.published(published);
        metrics.published(published.size());
        return unanswered;
    }

    private void refused(PendingEvent event, String reason) {
        Duration retryIn = properties.retry().after(event.attempts(), random);
        log.warn(
                "Event {} of type {} was not taken ({}); attempt {}, again in {} ms",
                event.id(),
                event.type(),
                reason,
                event.attempts() + 1,
                retryIn.toMillis());
        events.failed(event.number(), reason, retryIn);
        metrics.refused();
    }

    private Pause broken(List<Long> unanswered, List<Publication> answers) {
        Pause pause = outage("no answer for " + unanswered.size() + " of " + answers.size() + " published");
        events.release(unanswered, pause.length());
        metrics.unanswered(unanswered.size());
        return pause;
    }

    private void recovered() {
        if (outages > 0) {
            log.info("Events flow again after {} failed tries", outages);
            outages = 0;
        }
    }

    private Pause untilNext() {
        Duration next = events.nextDue().orElse(properties.poll());
        if (next.compareTo(CONTENDED) < 0) {
            next = CONTENDED;
        }
        return new Pause(next.compareTo(properties.poll()) < 0 ? next : properties.poll(), true);
    }

    private static Outgoing message(PendingEvent event) {
        Message message = MessageBuilder.withBody(event.json().getBytes(StandardCharsets.UTF_8))
                .setMessageId(event.id())
                .setType(event.type())
                .setTimestamp(Date.from(event.storedAt()))
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .setContentEncoding(StandardCharsets.UTF_8.name())
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .build();
        if (event.traceparent() != null) {
            message.getMessageProperties().setHeader(CurrentTrace.HEADER, event.traceparent());
        }
        return new Outgoing(Topology.EVENTS, event.type(), message);
    }

    /**
     * Time until the next turn.
     *
     * @param wakeable whether a commit ends the pause early
     */
    record Pause(Duration length, boolean wakeable) {
        static final Pause NONE = new Pause(Duration.ZERO, true);
    }
}
