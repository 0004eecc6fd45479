package dev.slipway.statistics.appointment.web;

import dev.slipway.statistics.appointment.AppointmentStates;
import dev.slipway.statistics.appointment.DailyCounts;
import dev.slipway.web.problem.ProblemException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatisticsController {
    private static final int MOST_DAYS = 366;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);
    private static final Pattern HOSPITAL_CODE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final AppointmentStates states;

    StatisticsController(AppointmentStates states) {
        this.states = states;
    }

    @GetMapping("/admin/statistics/appointments")
    DailyCounts appointments(
            @RequestParam(name = "hospitalCode", required = false) @Nullable String hospitalCode,
            @RequestParam("from") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam("to") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        if (hospitalCode != null && !HOSPITAL_CODE.matcher(hospitalCode).matches()) {
            throw ProblemException.invalid("hospitalCode", "must be 1 to 64 letters, digits, dashes and underscores");
        }
        if (from.isBefore(EARLIEST)) {
            throw ProblemException.invalid("from", "must not be before " + EARLIEST);
        }
        if (to.isAfter(LATEST) || to.isBefore(from)) {
            throw ProblemException.invalid("to", "must not be before from, nor after " + LATEST);
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw ProblemException.invalid("to", "must be at most " + MOST_DAYS + " days from the first to the last");
        }
        return DailyCounts.of(from, to, states.count(hospitalCode, from, to));
    }
}
