package dev.slipway.test.canary;

import org.springframework.beans.factory.annotation.Value;

/** Breaks the rule on {@code @Value}. */
public final class ValueCanary {

    private final String setting;

    public ValueCanary(@Value("${setting}") String setting) {
        this.setting = setting;
    }

    public String setting() {
        return setting;
    }
}
