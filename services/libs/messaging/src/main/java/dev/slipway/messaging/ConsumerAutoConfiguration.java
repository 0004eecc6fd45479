package dev.slipway.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.messaging.broker.Publisher;
import dev.slipway.messaging.broker.Topology;
import dev.slipway.messaging.consumer.ConsumedEvents;
import dev.slipway.messaging.consumer.ConsumerMetrics;
import dev.slipway.messaging.consumer.ConsumerProperties;
import dev.slipway.messaging.consumer.EventListener;
import dev.slipway.messaging.consumer.Pauses;
import dev.slipway.messaging.consumer.ReconnectBackOff;
import dev.slipway.messaging.consumer.Subscription;
import dev.slipway.messaging.parking.BrokerParking;
import dev.slipway.messaging.parking.Parking;
import dev.slipway.web.live.Live;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListenerConfigurer;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerEndpoint;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** A queue, a binding and a listener for each {@link Subscription} bean. */
@AutoConfiguration(after = {BrokerAutoConfiguration.class, ConsumedEventsAutoConfiguration.class})
@ConditionalOnBean(Subscription.class)
public class ConsumerAutoConfiguration {

    private static final RandomGenerator RANDOM =
            () -> ThreadLocalRandom.current().nextLong();

    @Bean
    Declarables consumerTopology(ObjectProvider<Subscription<?>> consumers) {
        List<Declarable> declarables = new ArrayList<>();
        consumers.forEach(consumer -> {
            declarables.add(new Queue(consumer.queue()));
            declarables.add(
                    new Binding(consumer.queue(), DestinationType.QUEUE, Topology.EVENTS, consumer.type(), null));
        });
        return new Declarables(declarables);
    }

    @Bean
    Pauses consumerPauses() {
        return new Pauses();
    }

    @Bean
    Parking parking(Publisher publisher, ObjectProvider<Clock> clock, Pauses pauses) {
        return new BrokerParking(
                publisher,
                clock.getIfAvailable(Clock::systemUTC),
                () -> UUID.randomUUID().toString(),
                pauses::pause,
                RANDOM);
    }

    @Bean
    SimpleRabbitListenerContainerFactory eventContainers(
            ConnectionFactory connections, Live<ConsumerProperties> settings) {
        ConsumerProperties properties = settings.get();
        SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
        factory.setConnectionFactory(connections);
        factory.setConcurrentConsumers(properties.concurrency());
        factory.setPrefetchCount(properties.prefetch());
        factory.setRecoveryBackOff(new ReconnectBackOff(properties.reconnect(), RANDOM));
        factory.setMissingQueuesFatal(false);
        // The trace of the producer goes on in the consumer's logs.
        factory.setObservationEnabled(true);
        return factory;
    }

    @Bean
    RabbitListenerConfigurer eventConsumers(
            ObjectProvider<Subscription<?>> consumers,
            SimpleRabbitListenerContainerFactory eventContainers,
            ObjectMapper mapper,
            ConsumedEvents consumed,
            Parking parking,
            Live<ConsumerProperties> settings,
            MeterRegistry meters,
            Pauses pauses) {
        ConsumerMetrics metrics = new ConsumerMetrics(meters);
        return registrar -> consumers.forEach(consumer -> {
            SimpleRabbitListenerEndpoint endpoint = new SimpleRabbitListenerEndpoint();
            endpoint.setId(consumer.queue());
            endpoint.setQueueNames(consumer.queue());
            endpoint.setMessageListener(
                    new EventListener<>(consumer, mapper, consumed, parking, settings, metrics, pauses, RANDOM));
            registrar.registerEndpoint(endpoint, eventContainers);
        });
    }
}
