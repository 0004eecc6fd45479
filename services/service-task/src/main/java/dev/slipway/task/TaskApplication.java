package dev.slipway.task;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts service-task. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class TaskApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(TaskApplication.class, arguments);
    }

    @Bean
    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
