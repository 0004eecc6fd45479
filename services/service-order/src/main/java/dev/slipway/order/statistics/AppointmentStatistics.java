package dev.slipway.order.statistics;

import dev.slipway.order.appointment.AppointmentNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others count appointments by. */
public interface AppointmentStatistics {
    /** Counts of those that hold, by day of visit. */
    List<DailyCount> counts(LocalDate from, LocalDate to, @Nullable String hospitalCode);

    /**
     * All of them, whatever their state, in ascending order of number.
     *
     * @param after the last number of the batch before; null for the first
     */
    List<AppointmentState> states(@Nullable AppointmentNumber after, int most);
}
