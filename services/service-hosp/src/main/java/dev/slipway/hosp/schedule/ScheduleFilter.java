package dev.slipway.hosp.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which schedules of a hospital are looked for; null means any. */
public record ScheduleFilter(
        String hospitalCode,
        @Nullable String departmentCode,
        @Nullable LocalDate date) {}
