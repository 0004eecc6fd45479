package dev.slipway.platform.config;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.InvalidField;

/**
 * When the circuit to a resource opens.
 *
 * @param grade 0 slow calls, 1 share of failures, 2 number of failures
 * @param count milliseconds for grade 0, 0 to 1 for grade 1, failures for grade 2
 * @param timeWindow seconds that it stays open
 * @param minRequestAmount calls below which nothing is concluded
 * @param slowRatioThreshold share of slow calls, grade 0
 * @param statIntervalMs what is counted together
 * @see <a href="https://sentinelguard.io/en-us/docs/circuit-breaking.html">Sentinel: circuit breaking</a>
 */
record DegradeRule(
        String resource,
        @Default("default") String limitApp,
        @Default("0") @Between(min = 0, max = 2) int grade,
        @Between(min = 0) double count,
        @Between(min = 1) int timeWindow,
        @Default("5") @Between(min = 1) int minRequestAmount,
        @Default("1.0") @Between(min = 0, max = 1) double slowRatioThreshold,
        @Default("1000") @Between(min = 1) int statIntervalMs,
        @Default("false") boolean regex) {
    private static final int SHARE = 1;

    DegradeRule {
        if (grade == SHARE && count > 1) {
            throw new InvalidField("count", "is a share for grade 1, allowed: from 0 to 1");
        }
    }
}
