package dev.slipway.order.withdrawal;

/**
 * What the catalogue tells of a schedule.
 *
 * @param status {@code open}, {@code closed} or {@code cancelled}
 */
record ScheduleChanged(String scheduleId, String hospitalCode, int total, String status, long version) {
    boolean isCancelled() {
        return status.equals("cancelled");
    }
}
