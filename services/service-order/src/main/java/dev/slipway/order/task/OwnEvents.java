package dev.slipway.order.task;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.messaging.consumer.Subscription;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.delivery.NoticeDelivery;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * This service's own events that no other service may subscribe to: without a queue they would wait in the outbox for
 * ever. Those of appointments are counted; those of payments make sure that the hospital is told.
 */
@Configuration(proxyBeanMethods = false)
class OwnEvents {
    @JsonIgnoreProperties(ignoreUnknown = true)
    record About(String number) {}

    @Bean
    Subscription<About> appointmentPaid(MeterRegistry meters) {
        return counted("appointment.paid", meters);
    }

    @Bean
    Subscription<About> appointmentFetched(MeterRegistry meters) {
        return counted("appointment.fetched", meters);
    }

    @Bean
    Subscription<About> appointmentRefunded(MeterRegistry meters) {
        return counted("appointment.refunded", meters);
    }

    @Bean
    Subscription<About> paymentCompleted(NoticeDelivery notices, Jobs jobs) {
        return telling("payment.completed", notices, jobs);
    }

    @Bean
    Subscription<About> paymentRefunded(NoticeDelivery notices, Jobs jobs) {
        return telling("payment.refunded", notices, jobs);
    }

    private static Subscription<About> counted(String type, MeterRegistry meters) {
        return new Subscription<>(
                "service-order", type, About.class, (id, about) -> meters.counter("slipway.appointments", "event", type)
                        .increment());
    }

    private static Subscription<About> telling(String type, NoticeDelivery notices, Jobs jobs) {
        return new Subscription<>(
                "service-order",
                type,
                About.class,
                (id, about) -> jobs.later(() -> notices.deliver(new AppointmentNumber(about.number()))));
    }
}
