package dev.slipway.cmn;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The dictionary service. */
@SpringBootApplication
@EnableScheduling
public class CmnApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(CmnApplication.class, arguments);
    }
}
