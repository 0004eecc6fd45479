package dev.slipway.hospital.platform;

import java.time.LocalDate;

/**
 * A session on the wire.
 *
 * @param id the hospital's own
 * @param session {@code am} or {@code pm}
 * @param fee with two decimals
 * @param status {@code open}, {@code closed} or {@code cancelled}
 */
public record ScheduleUpload(
        String id,
        String departmentCode,
        String title,
        String doctor,
        String skill,
        LocalDate workDate,
        String session,
        int total,
        String fee,
        String status) {}
