package dev.slipway.test.canary.right;

import dev.slipway.test.canary.left.LeftCanary;

/** Breaks, with {@link LeftCanary}, the rule on cycles. */
public interface RightCanary {

    LeftCanary left();
}
