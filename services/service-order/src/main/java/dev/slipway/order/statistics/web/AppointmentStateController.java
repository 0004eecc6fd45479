package dev.slipway.order.statistics.web;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.statistics.AppointmentState;
import dev.slipway.order.statistics.AppointmentStatistics;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every appointment with its state and version: who has lost events brings itself in line with these. */
@RestController
@RequestMapping("/inner/statistics/appointment-states")
class AppointmentStateController {
    private static final int MOST = 1_000;

    private final AppointmentStatistics appointments;

    AppointmentStateController(AppointmentStatistics appointments) {
        this.appointments = appointments;
    }

    /**
     * The next ones in ascending order of number.
     *
     * @param limit at most 1,000; fewer are answered only at the end
     * @param after the last number of the page before; without it the first page
     */
    @GetMapping
    ItemList<AppointmentState> states(@RequestParam int limit, @RequestParam(required = false) @Nullable String after) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "must be between 1 and " + MOST);
        }
        if (after != null && !AppointmentNumber.isOne(after)) {
            throw ProblemException.invalid("after", "must be the number of an appointment");
        }
        return new ItemList<>(appointments.states(after == null ? null : new AppointmentNumber(after), limit));
    }
}
