package dev.slipway.platform.config;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import org.jspecify.annotations.Nullable;

/**
 * How often a route or a group of paths may be used.
 *
 * @param resource id of a route, or name of a group
 * @param resourceMode 0 route, 1 group
 * @param grade 0 calls at once, 1 calls in {@code intervalSec} seconds
 * @param count calls allowed
 * @param controlBehavior 0 refuse, 2 queue
 * @see <a href="https://sentinelguard.io/en-us/docs/api-gateway-flow-control.html">Sentinel: gateway flow control</a>
 */
record GatewayFlowRule(
        String resource,
        @Default("0") @Between(min = 0, max = 1) int resourceMode,
        @Default("1") @Between(min = 0, max = 1) int grade,
        @Between(min = 0) double count,
        @Default("1") @Between(min = 1) int intervalSec,
        @Default("0") @Between(min = 0, max = 2) int controlBehavior,
        @Default("0") @Between(min = 0) int burst,
        @Default("500") @Between(min = 0) int maxQueueingTimeoutMs,
        @Nullable Parameter paramItem) {
    static final int ROUTE = 0;

    /**
     * Counts by something of the request.
     *
     * @param parseStrategy 0 client address, 1 host, 2 header, 3 query parameter, 4 cookie
     * @param matchStrategy 0 exact, 2 regular expression, 3 contains
     */
    record Parameter(
            @Between(min = 0, max = 4) int parseStrategy,
            @Nullable String fieldName,
            @Nullable String pattern,
            @Default("0") @Between(min = 0, max = 3) int matchStrategy) {}
}
