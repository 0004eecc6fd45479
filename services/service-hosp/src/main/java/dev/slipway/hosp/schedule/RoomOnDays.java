package dev.slipway.hosp.schedule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Bounds what the list of one day has to hold. Counted once for a batch, so calls at once may end a little above. */
final class RoomOnDays {
    static final int MOST = 500;

    private final Schedules schedules;
    private final String hospitalCode;
    private final Map<Day, Long> counts = new HashMap<>();

    RoomOnDays(Schedules schedules, String hospitalCode) {
        this.schedules = schedules;
        this.hospitalCode = hospitalCode;
    }

    private record Day(String departmentCode, LocalDate date) {}

    /** @return false when the department has its most on that date */
    boolean take(ScheduleOffer offer) {
        Day day = new Day(offer.departmentCode(), offer.workDate());
        long before =
                counts.computeIfAbsent(day, each -> schedules.count(hospitalCode, each.departmentCode(), each.date()));
        counts.put(day, before + 1);
        return before < MOST;
    }
}
