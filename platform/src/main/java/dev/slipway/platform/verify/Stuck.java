package dev.slipway.platform.verify;

import dev.slipway.platform.verify.Books.Appointment;
import java.time.Duration;
import java.util.List;

/**
 * What is on its way arrives: nothing stays requested or refunding.
 *
 * @param patience how long it may be on its way
 */
record Stuck(Duration patience) implements Rule {
    @Override
    public List<Violation> broken(Books books) {
        return books.appointments().stream()
                .filter(appointment -> States.ON_THE_WAY.contains(appointment.status()))
                .filter(appointment ->
                        !appointment.changedAt().isAfter(books.readAt().minus(patience)))
                .map(Stuck::violation)
                .toList();
    }

    private static Violation violation(Appointment appointment) {
        return new Violation(
                appointment.number(), "stuck", "is " + appointment.status() + " since " + appointment.changedAt());
    }
}
