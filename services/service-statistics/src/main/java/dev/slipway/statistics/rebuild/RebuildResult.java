package dev.slipway.statistics.rebuild;

/**
 * What a rebuild did.
 *
 * @param appointments how many service-order has
 * @param removed how many were known here that service-order does not have
 */
public record RebuildResult(long appointments, long removed) {}
