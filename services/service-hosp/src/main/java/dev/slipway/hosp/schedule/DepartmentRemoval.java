package dev.slipway.hosp.schedule;

import dev.slipway.hosp.department.Departments;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Service;

/** Removes a department that nobody needs any more. */
@Service
public class DepartmentRemoval {
    private final Departments departments;
    private final Schedules schedules;
    private final Clock clock;
    private final ZoneId displayZone;

    DepartmentRemoval(Departments departments, Schedules schedules, Clock clock, ZoneId displayZone) {
        this.departments = departments;
        this.schedules = schedules;
        this.clock = clock;
        this.displayZone = displayZone;
    }

    /** What became of it. */
    public enum Outcome {
        REMOVED,
        MISSING,
        /** It has departments below it, or schedules from today on that are not called off. */
        IN_USE
    }

    public Outcome remove(String hospitalCode, String code) {
        boolean parent =
                departments.of(hospitalCode).stream().anyMatch(department -> code.equals(department.parentCode()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), displayZone);
        if (parent || schedules.anyFrom(hospitalCode, code, today)) {
            return Outcome.IN_USE;
        }
        return departments.remove(hospitalCode, code) ? Outcome.REMOVED : Outcome.MISSING;
    }
}
