package dev.slipway.platform.config;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import org.jspecify.annotations.Nullable;

/**
 * How often a resource may be used.
 *
 * @param grade 0 threads at once, 1 calls a second
 * @param count the threshold
 * @param strategy 0 the resource itself, 1 related to {@code refResource}, 2 entered through it
 * @param controlBehavior 0 refuse, 1 warm up, 2 queue, 3 both
 * @see <a href="https://sentinelguard.io/en-us/docs/flow-control.html">Sentinel: flow control</a>
 */
record FlowRule(
        String resource,
        @Default("default") String limitApp,
        @Default("1") @Between(min = 0, max = 1) int grade,
        @Between(min = 0) double count,
        @Default("0") @Between(min = 0, max = 2) int strategy,
        @Nullable String refResource,
        @Default("0") @Between(min = 0, max = 3) int controlBehavior,
        @Default("10") @Between(min = 1) int warmUpPeriodSec,
        @Default("500") @Between(min = 1) int maxQueueingTimeMs,
        @Default("false") boolean clusterMode,
        @Default("false") boolean regex) {}
