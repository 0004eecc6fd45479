package dev.slipway.test.canary.left;

import dev.slipway.test.canary.right.RightCanary;

/** Breaks, with {@link RightCanary}, the rule on cycles. */
public interface LeftCanary {

    RightCanary right();
}
