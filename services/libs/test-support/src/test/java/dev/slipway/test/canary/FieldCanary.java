package dev.slipway.test.canary;

import org.springframework.beans.factory.annotation.Autowired;

/** Breaks the rules on injection into fields. */
public final class FieldCanary {

    @Autowired
    private Object injected;

    public Object injected() {
        return injected;
    }
}
