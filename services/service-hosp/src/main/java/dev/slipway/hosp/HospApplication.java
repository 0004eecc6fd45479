package dev.slipway.hosp;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts service-hosp. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class HospApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(HospApplication.class, arguments);
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    /** Ids that can't be guessed. */
    @Bean
    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
