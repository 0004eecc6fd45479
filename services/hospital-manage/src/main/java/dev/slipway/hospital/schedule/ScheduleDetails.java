package dev.slipway.hospital.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One session of one doctor.
 *
 * @param title the doctor's, such as 主任医师
 * @param fee of one appointment, in yuan with two decimals
 * @param total how many numbers there are
 */
public record ScheduleDetails(
        String departmentCode,
        String title,
        String doctor,
        String skill,
        LocalDate workDate,
        Session session,
        BigDecimal fee,
        int total) {
    public static final int MOST = 500;

    public ScheduleDetails {
        if (fee.scale() != 2 || fee.signum() < 0) {
            throw new IllegalArgumentException("Not an amount with two decimals: " + fee);
        }
        if (total < 0 || total > MOST) {
            throw new IllegalArgumentException("A session has 0 to " + MOST + " numbers, not " + total);
        }
    }
}
