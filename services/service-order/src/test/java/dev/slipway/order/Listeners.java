package dev.slipway.order;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In place of the services that listen: without a queue an event would wait for ever. */
@Configuration(proxyBeanMethods = false)
class Listeners {
    @Bean
    Declarables listened() {
        Queue sink = new Queue("sink");
        List<Declarable> all = new ArrayList<>(List.of(sink));
        Stream.of(
                        "sms.requested",
                        "slot.changed",
                        "appointment.confirmed",
                        "appointment.cancelled",
                        "appointment.expired")
                .map(type -> BindingBuilder.bind(sink)
                        .to(new TopicExchange("slipway.events"))
                        .with(type))
                .forEach(all::add);
        return new Declarables(all);
    }
}
