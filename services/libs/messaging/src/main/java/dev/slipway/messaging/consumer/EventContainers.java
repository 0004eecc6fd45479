package dev.slipway.messaging.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.messaging.broker.Topology;
import dev.slipway.messaging.parked.Parking;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.backoff.ExponentialBackOff;

/** One listener container a subscription, started and stopped with the application. */
public final class EventContainers implements SmartLifecycle {
    private static final RandomGenerator RANDOM =
            () -> ThreadLocalRandom.current().nextLong();

    private final List<SimpleMessageListenerContainer> containers;
    private volatile boolean running;

    public EventContainers(
            List<Subscription<?>> subscriptions,
            ApplicationContext context,
            ConnectionFactory connections,
            ConsumedEvents consumed,
            Parking parking,
            ObjectMapper json,
            ConsumerProperties properties,
            MeterRegistry meters) {
        this.containers = subscriptions.stream()
                .map(subscription -> {
                    var container = container(connections, context, properties);
                    container.setQueueNames(subscription.queue());
                    container.setMessageListener(
                            new EventListener<>(subscription, consumed, parking, json, properties, RANDOM, meters));
                    container.afterPropertiesSet();
                    return container;
                })
                .toList();
    }

    /** The queues of the subscriptions and their bindings: plain and durable, the same on every broker. */
    public static Declarables topology(List<Subscription<?>> subscriptions) {
        TopicExchange events = new TopicExchange(Topology.EVENTS);
        List<Declarable> declarables = new ArrayList<>();
        for (Subscription<?> subscription : subscriptions) {
            Queue queue = new Queue(subscription.queue());
            declarables.add(queue);
            declarables.add(BindingBuilder.bind(queue).to(events).with(subscription.type()));
        }
        return new Declarables(declarables);
    }

    private static SimpleMessageListenerContainer container(
            ConnectionFactory connections, ApplicationContext context, ConsumerProperties properties) {
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
        container.setApplicationContext(context);
        container.setObservationEnabled(true);
        container.setConcurrentConsumers(properties.concurrency());
        container.setPrefetchCount(10);
        container.setMissingQueuesFatal(false);
        container.setShutdownTimeout(8_000);
        container.setReceiveTimeout(200);
        ExponentialBackOff recovery = new ExponentialBackOff(400 + RANDOM.nextInt(200), 2);
        recovery.setMaxInterval(5_000);
        container.setRecoveryBackOff(recovery);
        return container;
    }

    @Override
    public void start() {
        containers.forEach(SimpleMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.forEach(SimpleMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
