package dev.slipway.bench.startup;

import java.util.Map;

/**
 * One start.
 *
 * @param firstAnswerSeconds from nothing running to the first 200 through the gateway
 * @param smokeSeconds from nothing running to the end of the first smoke test; 0 when there was none
 * @param residentMebibytes sum of the resident sizes of all its processes
 * @param restarts of processes that ended for want of another one
 * @param startSeconds of each component, from its process to its being ready; empty when nobody watched
 */
record Measured(
        double firstAnswerSeconds,
        double smokeSeconds,
        double residentMebibytes,
        int restarts,
        Map<String, Double> startSeconds) {}
