package dev.slipway.messaging.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.messaging.LedgerTest;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.broker.Topology;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.amqp.RabbitProperties;

@UseMiddleware({Kind.MYSQL, Kind.RABBITMQ})
class ParkedMessagesIT extends LedgerTest {

    @Autowired
    Publisher publisher;

    @Autowired
    RabbitProperties broker;

    @AfterEach
    void work() {
        seen.allFail = false;
        rabbit.execute(channel -> channel.queuePurge(Topology.PARKED));
    }

    @Test
    void listingLosesNothingHoweverOften() {
        List<String> ids = IntStream.range(0, 130).mapToObj(i -> "many-" + i).toList();
        ids.forEach(id -> send(id, "entry.booked", "no json"));
        await().atMost(Duration.ofSeconds(30)).until(() -> parked.all().size() == ids.size());

        for (int i = 0; i < 3; i++) {
            assertThat(parked.all()).extracting(ParkedMessage::eventId).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void aReplayedMessageIsHandledAndLeaves() {
        seen.allFail = true;
        String id = newId();
        send(id, "entry.booked", json("replayed", 0, false));
        ParkedMessage message = awaitParked(id);
        seen.allFail = false;

        assertThat(parked.replay(message.id())).isTrue();

        awaitBooked("replayed");
        assertThat(parkedEvents(id)).isEmpty();
        assertThat(parked.replay(message.id())).isFalse();
    }

    @Test
    void aDeletedMessageIsGone() {
        String id = newId();
        send(id, "entry.booked", "no json");
        String other = newId();
        send(other, "entry.booked", "no json");
        ParkedMessage message = awaitParked(id);
        awaitParked(other);

        assertThat(parked.delete(message.id())).isTrue();
        assertThat(parked.delete(message.id())).isFalse();
        assertThat(parkedEvents(id)).isEmpty();
        assertThat(parkedEvents(other)).hasSize(1);
    }

    @Test
    void whatCannotBeReplayedStaysParked() {
        rabbit.send(
                "",
                Topology.PARKED,
                MessageBuilder.withBody(new byte[] {'x'})
                        .setMessageId("gone")
                        .setHeader(ParkedHeaders.QUEUE, "no.such.queue")
                        .build());
        ParkedMessage message = awaitParked("gone");

        assertThatThrownBy(() -> parked.replay(message.id())).isInstanceOf(MessageNotReplayed.class);

        assertThat(parkedEvents("gone")).hasSize(1);
    }

    @Test
    void ofTwoOperatorsInTwoProcessesOneWins() {
        ParkedMessages elsewhere =
                new BrokerParkedMessages(otherConnection(), publisher, LedgerTest::newId, new Random());
        for (int round = 0; round < 5; round++) {
            String id = newId();
            send(id, "entry.booked", "no json");
            String parkedId = awaitParked(id).id();

            var here = CompletableFuture.supplyAsync(() -> parked.delete(parkedId));
            var there = CompletableFuture.supplyAsync(() -> elsewhere.delete(parkedId));

            assertThat(List.of(here.join(), there.join())).containsExactlyInAnyOrder(true, false);
        }
    }

    private CachingConnectionFactory otherConnection() {
        CachingConnectionFactory other = new CachingConnectionFactory(broker.determineHost(), broker.determinePort());
        other.setUsername(broker.determineUsername());
        other.setPassword(broker.determinePassword());
        other.setVirtualHost(broker.determineVirtualHost());
        other.setPublisherConfirmType(ConfirmType.CORRELATED);
        return other;
    }
}
