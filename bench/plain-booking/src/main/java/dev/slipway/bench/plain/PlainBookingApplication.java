package dev.slipway.bench.plain;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestTemplate;

/** Everything as it comes, the connection pool too. */
@SpringBootApplication
public class PlainBookingApplication {
    @Bean
    RestTemplate hospital(RestTemplateBuilder builder) {
        return builder.build();
    }

    public static void main(String[] args) {
        SpringApplication.run(PlainBookingApplication.class, args);
    }
}
