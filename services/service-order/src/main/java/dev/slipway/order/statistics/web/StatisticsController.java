package dev.slipway.order.statistics.web;

import dev.slipway.order.statistics.AppointmentStatistics;
import dev.slipway.order.statistics.DailyCount;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.problem.ProblemException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts of appointments that hold (confirmed, paid or fetched), by hospital and day of visit. */
@RestController
@RequestMapping("/inner/statistics/appointments")
class StatisticsController {
    private static final long MOST_DAYS = 366;

    private final AppointmentStatistics appointments;

    StatisticsController(AppointmentStatistics appointments) {
        this.appointments = appointments;
    }

    /** @param to the last day, at most 366 days from the first */
    @GetMapping
    ItemList<DailyCount> counts(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(required = false) @Nullable String hospitalCode) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw ProblemException.invalid("to", "must not be before from, nor more than a year after it");
        }
        return new ItemList<>(appointments.counts(from, to, hospitalCode));
    }
}
