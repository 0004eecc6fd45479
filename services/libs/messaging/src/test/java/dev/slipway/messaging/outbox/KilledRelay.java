package dev.slipway.messaging.outbox;

import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.messaging.broker.Outgoing;
import dev.slipway.messaging.broker.Publication;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.broker.RabbitPublisher;
import dev.slipway.messaging.outbox.jdbc.JdbcPendingEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A process of its own: a relay that stands still between "the broker has it" and "it is marked" until killed. */
final class KilledRelay {

    static final String PUBLISHED = "published, not marked";

    private KilledRelay() {}

    public static void main(String[] arguments) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(System.getenv("DB_URL"));
        database.setUsername(System.getenv("DB_USER"));
        database.setPassword(System.getenv("DB_PASSWORD"));
        CachingConnectionFactory broker =
                new CachingConnectionFactory(System.getenv("MQ_HOST"), Integer.parseInt(System.getenv("MQ_PORT")));
        broker.setUsername(System.getenv("MQ_USER"));
        broker.setPassword(System.getenv("MQ_PASSWORD"));
        broker.setVirtualHost(System.getenv("MQ_VHOST"));
        broker.setPublisherConfirmType(ConfirmType.CORRELATED);
        broker.setPublisherReturns(true);
        Duration second = Duration.ofSeconds(1);
        new OutboxRelay(
                        new JdbcPendingEvents(JdbcClient.create(database), new DataSourceTransactionManager(database)),
                        new Stuck(new RabbitPublisher(broker, Duration.ofSeconds(5))),
                        new OutboxProperties(
                                true, 10, second, Duration.ofSeconds(3), second, second, second, Duration.ofDays(1)),
                        new OutboxMetrics(new SimpleMeterRegistry()),
                        new Random())
                .turn();
    }

    private record Stuck(Publisher broker) implements Publisher {
        @Override
        public List<Publication> publish(List<Outgoing> batch) {
            List<Publication> answers = broker.publish(batch);
            System.out.println(
                    answers.stream().allMatch(Publication.Confirmed.class::isInstance)
                            ? PUBLISHED + " " + batch.size()
                            : "failed: " + answers);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return answers;
        }

        @Override
        public boolean reachable() {
            return broker.reachable();
        }
    }
}
