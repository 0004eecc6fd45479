package dev.slipway.messaging;

import dev.slipway.messaging.consumer.ConsumedEvents;
import dev.slipway.messaging.consumer.ConsumerProperties;
import dev.slipway.messaging.consumer.jdbc.JdbcConsumedEvents;
import dev.slipway.web.live.Live;
import dev.slipway.web.live.LiveAutoConfiguration;
import dev.slipway.web.live.LiveConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Consumed events live in the service's database, in the transaction of the handler unless the service says otherwise. */
@AutoConfiguration(
        after = LiveAutoConfiguration.class,
        afterName = "org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration")
public class ConsumedEventsAutoConfiguration {

    @Bean
    Live<ConsumerProperties> consumerProperties(LiveConfiguration live) {
        return live.bind("slipway.messaging.consumer", ConsumerProperties.class);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(JdbcClient.class)
    @ConditionalOnBean(type = "org.springframework.jdbc.core.simple.JdbcClient")
    static class InDatabase {

        @Bean
        @ConditionalOnMissingBean
        ConsumedEvents consumedEvents(JdbcClient jdbc, PlatformTransactionManager transactions) {
            return new JdbcConsumedEvents(jdbc, transactions, System::nanoTime);
        }
    }
}
