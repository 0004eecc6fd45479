package dev.slipway.web.idempotency.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.web.idempotency.Idempotency;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Idempotent create calls, for services with a database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration",
            "org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration",
            "org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration"
        })
@ConditionalOnClass(JdbcClient.class)
class IdempotencyConfiguration {
    @Bean
    @ConditionalOnBean({JdbcClient.class, TransactionTemplate.class})
    Idempotency idempotency(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json, Clock clock) {
        return new Idempotency(new JdbcAnswers(jdbc), transaction, json, clock);
    }
}
