package dev.slipway.platform.verify;

import dev.slipway.platform.verify.Books.Appointment;
import dev.slipway.platform.verify.Books.LedgerOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each appointment stands in its hospital's book as it stands here, and the hospital has no others. */
final class Hospitals implements Rule {
    private static final String NONE = "nothing";
    private static final Set<String> OVER = Set.of(NONE, "cancelled", "rejected");

    @Override
    public List<Violation> broken(Books books) {
        List<Violation> broken = new ArrayList<>();
        Map<String, LedgerOrder> orders = Books.one(books.orders(), LedgerOrder::number);
        for (Appointment appointment : books.appointments()) {
            LedgerOrder order = orders.get(appointment.number());
            String status = order == null ? NONE : order.status();
            if (!fitting(appointment).contains(status)) {
                broken.add(new Violation(
                        appointment.number(),
                        "hospital-order",
                        "is " + appointment.status() + " here and " + status + " at hospital "
                                + appointment.hospitalCode()));
            } else if (States.HELD.contains(appointment.status()) && !sameRecord(appointment, order)) {
                broken.add(new Violation(
                        appointment.number(), "hospital-record", "the hospital calls it otherwise than we do"));
            }
        }
        Map<String, Appointment> known = Books.one(books.appointments(), Appointment::number);
        for (LedgerOrder order : books.orders()) {
            if (!known.containsKey(order.number()) && !OVER.contains(order.status())) {
                broken.add(new Violation(
                        order.number(),
                        "hospital-order",
                        "is " + order.status() + " at hospital " + order.hospitalCode() + " and unknown here"));
            }
        }
        return broken;
    }

    private static boolean sameRecord(Appointment appointment, @Nullable LedgerOrder order) {
        return order != null && Objects.equals(appointment.recordId(), order.recordId());
    }

    private static Set<String> fitting(Appointment appointment) {
        return switch (appointment.status()) {
            case "CONFIRMED" -> Set.of("confirmed");
            case "PAID" -> Set.of("paid");
            case "FETCHED" -> Set.of("fetched");
            case "REJECTED" -> OVER;
            case "REQUESTED" -> Set.of(NONE, "confirmed", "cancelled", "rejected");
            // Given up before the hospital answered: it may know nothing but that, or have refused.
            default -> appointment.recordId() == null ? Set.of("cancelled", "rejected") : Set.of("cancelled");
        };
    }
}
