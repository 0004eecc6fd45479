package dev.slipway.oss;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts service-oss. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class OssApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(OssApplication.class, arguments);
    }

    /** Ids that can't be guessed. */
    @Bean
    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
