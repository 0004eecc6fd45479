package dev.slipway.order.schedule;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.order.appointment.Visit;
import dev.slipway.order.money.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as service-hosp shows it to other services.
 *
 * @param version grows with each change there
 * @param state {@code open} when it can be booked now, else a word for why not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ScheduleSnapshot(
        String id,
        String hospitalCode,
        String hospitalName,
        String hospitalScheduleId,
        String departmentCode,
        String departmentName,
        @Nullable String title,
        @Nullable String doctor,
        @Nullable String skill,
        LocalDate workDate,
        String session,
        String fee,
        int total,
        long version,
        String state,
        OffsetDateTime quitDeadline) {
    public boolean isOpen() {
        return state.equals("open");
    }

    public Visit visit() {
        return new Visit(
                id,
                hospitalCode,
                hospitalName,
                hospitalScheduleId,
                departmentCode,
                departmentName,
                title,
                doctor,
                skill,
                workDate,
                session,
                Money.of(fee),
                quitDeadline.toInstant());
    }
}
