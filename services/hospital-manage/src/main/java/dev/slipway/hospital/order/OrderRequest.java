package dev.slipway.hospital.order;

import dev.slipway.hospital.schedule.Session;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An order as the platform submits it.
 *
 * @param number the platform's, and the key of idempotency
 */
public record OrderRequest(
        String number,
        String scheduleId,
        String departmentCode,
        LocalDate visitDate,
        Session session,
        BigDecimal fee,
        Patient patient) {}
