package dev.slipway.test.canary;

import java.time.Instant;

/** Breaks the rule on hidden time and chance. */
public final class InstantCanary {

    public Instant hidden() {
        return Instant.now();
    }
}
