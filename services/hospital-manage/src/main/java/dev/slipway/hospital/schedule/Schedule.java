package dev.slipway.hospital.schedule;

import dev.slipway.hospital.platform.UploadState;

/**
 * A session and its ledger.
 *
 * @param id unique within its hospital
 * @param taken how many of its numbers belong to active orders; above the total when that was lowered afterwards
 */
public record Schedule(String id, ScheduleDetails details, ScheduleStatus status, int taken, UploadState upload) {
    /** The platform has rejected its last change. A rejected cancellation is pending as well: it is sent again. */
    public boolean rejected() {
        return upload.rejected() && (!upload.pending() || status == ScheduleStatus.CANCELLED);
    }

    public int available() {
        return status == ScheduleStatus.OPEN ? Math.max(0, details.total() - taken) : 0;
    }
}
