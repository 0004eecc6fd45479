package dev.slipway.web.live;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service in a process of its own: Sentinel reads its settings once a process. */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
public class ShownService {

    @RestController
    static class Calls {
        @GetMapping("/called/{id}")
        String called() {
            return "called";
        }
    }

    @Bean
    Calls calls() {
        return new Calls();
    }

    public static void main(String[] arguments) {
        SpringApplication.run(ShownService.class, arguments);
    }
}
