package dev.slipway.test.canary;

import java.util.UUID;

/** Breaks the rule on hidden time and chance. */
public final class UuidCanary {

    public UUID hidden() {
        return UUID.randomUUID();
    }
}
