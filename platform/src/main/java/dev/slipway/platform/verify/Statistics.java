package dev.slipway.platform.verify;

import dev.slipway.platform.verify.Books.Appointment;
import dev.slipway.platform.verify.Books.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** service-statistics counts exactly the appointments that hold, each for its hospital and day. */
final class Statistics implements Rule {
    @Override
    public List<Violation> broken(Books books) {
        List<Violation> broken = new ArrayList<>();
        Map<String, Counted> counted = Books.one(books.counted(), Counted::number);
        for (Appointment appointment : books.appointments()) {
            Counted row = counted.get(appointment.number());
            boolean counts = row != null && row.active();
            if (counts != States.HELD.contains(appointment.status())) {
                broken.add(new Violation(
                        appointment.number(),
                        "statistics",
                        "is " + appointment.status() + " and is " + (counts ? "" : "not ") + "counted"));
            } else if (row != null
                    && !(row.hospitalCode().equals(appointment.hospitalCode())
                            && row.visitDate().equals(appointment.visitDate()))) {
                broken.add(new Violation(
                        appointment.number(),
                        "statistics",
                        "is counted for " + row.hospitalCode() + " on " + row.visitDate()));
            }
        }
        Map<String, Appointment> known = Books.one(books.appointments(), Appointment::number);
        for (Counted row : books.counted()) {
            if (row.active() && !known.containsKey(row.number())) {
                broken.add(new Violation(row.number(), "statistics", "is counted and does not exist"));
            }
        }
        return broken;
    }
}
