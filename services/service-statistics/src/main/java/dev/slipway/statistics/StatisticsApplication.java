package dev.slipway.statistics;

import dev.slipway.messaging.consumer.Subscription;
import dev.slipway.statistics.appointment.AppointmentEvent;
import dev.slipway.statistics.appointment.AppointmentStates;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts service-statistics. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class StatisticsApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(StatisticsApplication.class, arguments);
    }

    @Bean
    Subscription<AppointmentEvent> confirmed(AppointmentStates states) {
        return subscription("confirmed", true, states);
    }

    @Bean
    Subscription<AppointmentEvent> cancelled(AppointmentStates states) {
        return subscription("cancelled", false, states);
    }

    @Bean
    Subscription<AppointmentEvent> expired(AppointmentStates states) {
        return subscription("expired", false, states);
    }

    private static Subscription<AppointmentEvent> subscription(String word, boolean active, AppointmentStates states) {
        return new Subscription<>(
                "service-statistics",
                "appointment." + word,
                AppointmentEvent.class,
                (id, event) -> states.learn(event.state(active)));
    }
}
