package dev.slipway.messaging;

import dev.slipway.messaging.consumer.ConsumedEvents;
import dev.slipway.messaging.consumer.ConsumerProperties;
import dev.slipway.messaging.consumer.jdbc.JdbcConsumedEvents;
import dev.slipway.messaging.consumer.redis.RedisClaims;
import dev.slipway.messaging.consumer.redis.RedisConsumedEvents;
import dev.slipway.web.live.Live;
import dev.slipway.web.live.LiveAutoConfiguration;
import dev.slipway.web.live.LiveConfiguration;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Consumed events live in the service's database or, when it has none, in its Redis. */
@AutoConfiguration(
        after = LiveAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration",
            "org.springframework.boot.autoconfigure.data.redis.RedisAutoConfiguration"
        })
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
        ConsumedEvents consumedEvents(JdbcClient jdbc, PlatformTransactionManager transactions) {
            return new JdbcConsumedEvents(jdbc, transactions, System::nanoTime);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(StringRedisTemplate.class)
    @ConditionalOnBean(type = "org.springframework.data.redis.core.StringRedisTemplate")
    @ConditionalOnMissingBean(type = "org.springframework.jdbc.core.simple.JdbcClient")
    static class InRedis {

        private static final Duration REMEMBER = Duration.ofDays(7);

        @Bean
        ConsumedEvents consumedEvents(StringRedisTemplate redis, Live<ConsumerProperties> properties) {
            return new RedisConsumedEvents(new RedisClaims(
                    redis, () -> UUID.randomUUID().toString(), properties.get().claim(), REMEMBER));
        }
    }
}
