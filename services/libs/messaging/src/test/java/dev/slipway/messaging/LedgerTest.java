package dev.slipway.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.messaging.Ledger.Booked;
import dev.slipway.messaging.Ledger.Seen;
import dev.slipway.messaging.broker.Topology;
import dev.slipway.messaging.outbox.Event;
import dev.slipway.messaging.outbox.Outbox;
import dev.slipway.messaging.parking.ParkedMessage;
import dev.slipway.messaging.parking.ParkedMessages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of the ledger service share. */
@AutoConfigureObservability(metrics = false)
@ActiveProfiles("test")
@SpringBootTest(classes = Ledger.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
public abstract class LedgerTest {

    protected static final String QUEUE = "ledger.entry.booked";

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Outbox outbox;

    @Autowired
    protected PlatformTransactionManager transactions;

    @Autowired
    protected RabbitTemplate rabbit;

    @Autowired
    protected Seen seen;

    @Autowired
    protected ParkedMessages parked;

    protected static String newId() {
        return UUID.randomUUID().toString();
    }

    protected static Booked entry(String name) {
        return new Booked(name, 0, false);
    }

    protected void store(Event event) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.store(event));
    }

    /** As any producer would, without the outbox. */
    protected void send(@Nullable String id, @Nullable String type, String body) {
        MessageBuilder message = MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8));
        if (id != null) {
            message.setMessageId(id);
        }
        if (type != null) {
            message.setType(type);
        }
        rabbit.send(Topology.EVENTS, "entry.booked", message.build());
    }

    protected static String json(String entry, int failures, boolean refused) {
        return "{\"entry\":\"" + entry + "\",\"failures\":" + failures + ",\"refused\":" + refused
                + ",\"addedLater\":true}";
    }

    protected int booked(String entry) {
        return jdbc.sql("SELECT COUNT(*) FROM booking WHERE entry = ?")
                .param(entry)
                .query(Integer.class)
                .single();
    }

    protected void awaitBooked(String entry) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(booked(entry)).isEqualTo(1));
    }

    protected List<ParkedMessage> parkedEvents(String eventId) {
        return parked.all().stream()
                .filter(message -> eventId.equals(message.eventId()))
                .toList();
    }

    protected ParkedMessage awaitParked(String eventId) {
        await().atMost(Duration.ofSeconds(20)).until(() -> parkedEvents(eventId).size() == 1);
        return parkedEvents(eventId).get(0);
    }
}
