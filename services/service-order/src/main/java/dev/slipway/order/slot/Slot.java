package dev.slipway.order.slot;

/**
 * The count of one schedule.
 *
 * @param active number of its appointments that take a place
 * @param revision grows by one with each change of {@code active}
 * @param scheduleVersion version of the catalogue that {@code total} is from
 * @param withdrawn the hospital cancelled the schedule: nothing is reserved any more
 */
public record Slot(
        String scheduleId,
        String hospitalCode,
        int total,
        int active,
        long revision,
        long scheduleVersion,
        boolean withdrawn) {
    /** Never negative, also when the total was lowered below what is taken. */
    public int available() {
        return Math.max(0, total - active);
    }
}
