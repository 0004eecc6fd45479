package dev.slipway.statistics.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Appointments per visit date.
 *
 * @param dates every day of the range, in order
 * @param counts as many, in the same order
 */
public record DailyCounts(List<LocalDate> dates, List<Long> counts) {
    public DailyCounts {
        dates = List.copyOf(dates);
        counts = List.copyOf(counts);
    }

    /** @param to inclusive */
    public static DailyCounts of(LocalDate from, LocalDate to, Map<LocalDate, Long> counts) {
        List<LocalDate> dates = from.datesUntil(to.plusDays(1)).toList();
        return new DailyCounts(
                dates, dates.stream().map(date -> counts.getOrDefault(date, 0L)).toList());
    }
}
