package dev.slipway.messaging;

import dev.slipway.messaging.broker.BrokerProperties;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.broker.RabbitPublisher;
import dev.slipway.messaging.broker.Topology;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.amqp.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;

/** The exchange, the parking queue and the publisher; both are declared with each new connection. */
@AutoConfiguration(after = RabbitAutoConfiguration.class)
@EnableConfigurationProperties(BrokerProperties.class)
@PropertySource("classpath:slipway/messaging.properties")
public class BrokerAutoConfiguration {

    @Bean
    Declarables slipwayTopology() {
        return new Declarables(new TopicExchange(Topology.EVENTS), new Queue(Topology.PARKED));
    }

    @Bean
    @ConditionalOnMissingBean
    Publisher publisher(ConnectionFactory connections, BrokerProperties properties) {
        return new RabbitPublisher(connections, properties.confirmTimeout());
    }
}
