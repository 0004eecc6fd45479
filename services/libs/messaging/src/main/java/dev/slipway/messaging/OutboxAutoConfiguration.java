package dev.slipway.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.messaging.broker.BrokerProperties;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.outbox.CurrentTrace;
import dev.slipway.messaging.outbox.Outbox;
import dev.slipway.messaging.outbox.OutboxKeeper;
import dev.slipway.messaging.outbox.OutboxMetrics;
import dev.slipway.messaging.outbox.OutboxProperties;
import dev.slipway.messaging.outbox.OutboxRelay;
import dev.slipway.messaging.outbox.PendingEvents;
import dev.slipway.messaging.outbox.RelayWorker;
import dev.slipway.messaging.outbox.TransactionalOutbox;
import dev.slipway.messaging.outbox.jdbc.JdbcPendingEvents;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The outbox of a service that has a database, and its relay unless {@code slipway.messaging.outbox.relay=false}. */
@AutoConfiguration(
        after = BrokerAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.export.prometheus.PrometheusMetricsExportAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.tracing.MicrometerTracingAutoConfiguration"
        })
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties(OutboxProperties.class)
public class OutboxAutoConfiguration {

    @Bean
    PendingEvents pendingEvents(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new JdbcPendingEvents(jdbc, transactions);
    }

    @Bean
    Outbox outbox(
            PendingEvents events,
            ObjectMapper mapper,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<Propagator> propagator,
            ObjectProvider<RelayWorker> relay) {
        CurrentTrace trace = new CurrentTrace(
                tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
        return new TransactionalOutbox(events, mapper, trace, () -> relay.ifAvailable(RelayWorker::wake));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "slipway.messaging.outbox.relay", matchIfMissing = true)
    static class Relaying {

        @Bean
        OutboxMetrics outboxMetrics(MeterRegistry meters) {
            return new OutboxMetrics(meters);
        }

        @Bean
        RelayWorker outboxRelay(
                PendingEvents events,
                Publisher publisher,
                OutboxProperties properties,
                BrokerProperties broker,
                OutboxMetrics metrics) {
            if (properties.lease().compareTo(broker.confirmTimeout().multipliedBy(2)) < 0) {
                throw new IllegalArgumentException(
                        "slipway.messaging.outbox.lease is at least twice slipway.messaging.broker.confirm-timeout");
            }
            return new RelayWorker(
                    new OutboxRelay(events, publisher, properties, metrics, () -> ThreadLocalRandom.current()
                            .nextLong()),
                    new OutboxKeeper(events, metrics, properties, System::nanoTime));
        }
    }
}
