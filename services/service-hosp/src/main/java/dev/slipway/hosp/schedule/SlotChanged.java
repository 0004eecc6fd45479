package dev.slipway.hosp.schedule;

/**
 * How many places of a schedule service-order has given away.
 *
 * @param active the number itself, not a difference
 * @param revision grows with each change of the number
 */
record SlotChanged(String scheduleId, int active, long revision) {}
