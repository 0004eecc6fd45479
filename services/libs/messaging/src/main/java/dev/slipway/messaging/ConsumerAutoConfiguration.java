package dev.slipway.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.consumer.ConsumedEvents;
import dev.slipway.messaging.consumer.ConsumerProperties;
import dev.slipway.messaging.consumer.EventContainers;
import dev.slipway.messaging.consumer.Subscription;
import dev.slipway.messaging.consumer.jdbc.JdbcConsumedEvents;
import dev.slipway.messaging.consumer.redis.RedisConsumedEvents;
import dev.slipway.messaging.parked.ParkedMessages;
import dev.slipway.messaging.parked.Parking;
import dev.slipway.messaging.parked.web.ParkedMessageController;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Consumers for a service that declares {@link Subscription} beans; the operator's calls where they are switched on. */
@AutoConfiguration(
        after = {BrokerAutoConfiguration.class, OutboxAutoConfiguration.class},
        afterName = {
            "org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration",
            "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration"
        })
@EnableConfigurationProperties(ConsumerProperties.class)
public class ConsumerAutoConfiguration {
    @Bean
    Parking parking(Publisher publisher, Clock clock) {
        return new Parking(publisher, clock, UUID::randomUUID);
    }

    @Bean
    @ConditionalOnBean(Subscription.class)
    Declarables subscriptionTopology(List<Subscription<?>> subscriptions) {
        return EventContainers.topology(subscriptions);
    }

    @Bean
    @ConditionalOnBean(Subscription.class)
    EventContainers eventContainers(
            List<Subscription<?>> subscriptions,
            ApplicationContext context,
            ConnectionFactory connections,
            ConsumedEvents consumed,
            Parking parking,
            ObjectMapper json,
            ConsumerProperties properties,
            MeterRegistry meters) {
        return new EventContainers(subscriptions, context, connections, consumed, parking, json, properties, meters);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    static class Jdbc {
        @Bean
        @ConditionalOnBean(JdbcClient.class)
        ConsumedEvents jdbcConsumedEvents(JdbcClient jdbc, PlatformTransactionManager transactions) {
            return new JdbcConsumedEvents(jdbc, transactions);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(StringRedisTemplate.class)
    static class Redis {
        @Bean
        @ConditionalOnMissingBean(ConsumedEvents.class)
        @ConditionalOnBean(StringRedisTemplate.class)
        ConsumedEvents redisConsumedEvents(StringRedisTemplate redis) {
            return new RedisConsumedEvents(redis);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("slipway.messaging.operator")
    static class Operator {
        @Bean
        ParkedMessageController parkedMessages(ConnectionFactory connections) {
            return new ParkedMessageController(new ParkedMessages(connections));
        }
    }
}
