package dev.slipway.test.canary.proper;

import java.util.UUID;
import org.springframework.context.annotation.Configuration;

/** Keeps the rules: time and ids come from wiring. */
@Configuration
public class ProperConfiguration {

    public String id() {
        return UUID.randomUUID().toString();
    }
}
