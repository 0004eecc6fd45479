package dev.slipway.order.appointment.web;

import dev.slipway.order.appointment.AppointmentStatus;
import dev.slipway.web.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A state as a client writes it: in any case. */
final class StatusParameter {
    private StatusParameter() {}

    static @Nullable AppointmentStatus read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        String name = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(AppointmentStatus.values())
                .filter(status -> status.name().equals(name))
                .findAny()
                .orElseThrow(() -> ProblemException.invalid(
                        "status", "must be one of " + Arrays.toString(AppointmentStatus.values())));
    }
}
