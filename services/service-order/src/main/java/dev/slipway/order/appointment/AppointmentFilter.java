package dev.slipway.order.appointment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which appointments are looked for; null means any. */
public record AppointmentFilter(
        @Nullable String userId,
        @Nullable String patientId,
        @Nullable String hospitalCode,
        @Nullable String departmentCode,
        @Nullable String patientName,
        @Nullable String number,
        @Nullable AppointmentStatus status,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** One user's own. */
    public static AppointmentFilter of(String userId, @Nullable String patientId, @Nullable AppointmentStatus status) {
        return new AppointmentFilter(userId, patientId, null, null, null, null, status, null, null);
    }
}
