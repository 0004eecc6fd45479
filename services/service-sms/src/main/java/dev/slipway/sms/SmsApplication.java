package dev.slipway.sms;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The message service. */
@SpringBootApplication
public class SmsApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(SmsApplication.class, arguments);
    }
}
