package dev.slipway.order.appointment;

import dev.slipway.order.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The schedule as at the time of booking.
 *
 * @param scheduleId the platform's id, opaque
 * @param hospitalScheduleId the hospital's own id
 * @param session {@code am} or {@code pm}
 * @param quitDeadline until then the patient may cancel
 */
public record Visit(
        String scheduleId,
        String hospitalCode,
        String hospitalName,
        String hospitalScheduleId,
        String departmentCode,
        String departmentName,
        @Nullable String title,
        @Nullable String doctor,
        @Nullable String skill,
        LocalDate date,
        String session,
        Money fee,
        Instant quitDeadline) {}
