package dev.slipway.test.canary;

import java.util.Random;

/** Breaks the rule on hidden time and chance. */
public final class RandomCanary {

    public Random hidden() {
        return new Random();
    }
}
