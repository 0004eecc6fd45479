package dev.slipway.hosp.schedule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an offer must be beyond its form. The cancellation of a known schedule is not checked.
 *
 * @param departments codes of the hospital's departments
 */
record ScheduleCheck(Set<String> departments, LocalDate today, RoomOnDays room) {
    private static final int FARTHEST_DAYS = 366;

    Optional<String> fault(ScheduleOffer offer, @Nullable Schedule known) {
        if (!departments.contains(offer.departmentCode())) {
            return Optional.of("departmentCode is no department of the hospital");
        }
        if (offer.workDate().isBefore(today)) {
            return Optional.of("workDate is in the past");
        }
        if (offer.workDate().isAfter(today.plusDays(FARTHEST_DAYS))) {
            return Optional.of("workDate is more than " + FARTHEST_DAYS + " days ahead");
        }
        if (known != null && known.active() > 0 && !known.offer().sameVisit(offer)) {
            return Optional.of("departmentCode, workDate and session stay while there are appointments");
        }
        if (known != null && known.active() > 0 && known.offer().status() == ScheduleStatus.CANCELLED) {
            return Optional.of("status stays cancelled while there are appointments");
        }
        boolean comes = known == null || known.removed() || !known.offer().sameDay(offer);
        if (comes && !room.take(offer)) {
            return Optional.of("workDate has " + RoomOnDays.MOST + " schedules of this department already");
        }
        return Optional.empty();
    }
}
