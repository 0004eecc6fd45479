package dev.slipway.messaging;

import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.parking.BrokerParkedMessages;
import dev.slipway.messaging.parking.ParkedMessages;
import dev.slipway.messaging.parking.web.ParkedMessagesController;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** The operator's calls, in the one service that says {@code slipway.messaging.operator=true}. */
@AutoConfiguration(after = BrokerAutoConfiguration.class)
@ConditionalOnProperty("slipway.messaging.operator")
public class OperatorAutoConfiguration {

    @Bean
    ParkedMessages parkedMessages(ConnectionFactory connections, Publisher publisher) {
        return new BrokerParkedMessages(
                connections, publisher, () -> UUID.randomUUID().toString(), () -> ThreadLocalRandom.current()
                        .nextLong());
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    ParkedMessagesController parkedMessagesController(ParkedMessages messages) {
        return new ParkedMessagesController(messages);
    }
}
