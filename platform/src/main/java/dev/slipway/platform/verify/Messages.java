package dev.slipway.platform.verify;

import dev.slipway.platform.verify.Books.Appointment;
import dev.slipway.platform.verify.Books.Payment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every appointment's user was told of what became of it: once each. */
public final class Messages implements Rule {
    /** service-sms remembers for seven days what it has sent. */
    private static final Duration REMEMBERED = Duration.ofDays(6);

    Messages() {}

    @Override
    public List<Violation> broken(Books books) {
        List<Violation> broken = new ArrayList<>();
        Map<String, List<Payment>> payments = Books.by(books.payments(), Payment::number);
        for (Appointment appointment : books.appointments()) {
            if (appointment.createdAt().isBefore(books.readAt().minus(REMEMBERED))) {
                continue;
            }
            for (String id : expected(appointment, payments.getOrDefault(appointment.number(), List.of()))) {
                int times = books.sent().getOrDefault(id, 0);
                if (times != 1) {
                    broken.add(new Violation(
                            appointment.number(), "message", id + " was sent " + times + " times instead of once"));
                }
            }
        }
        return broken;
    }

    /** The ids of all messages that these appointments and payments ask for. */
    public static Set<String> expected(List<Appointment> appointments, List<Payment> all) {
        Map<String, List<Payment>> payments = Books.by(all, Payment::number);
        Set<String> ids = new LinkedHashSet<>();
        for (Appointment appointment : appointments) {
            ids.addAll(expected(appointment, payments.getOrDefault(appointment.number(), List.of())));
        }
        return ids;
    }

    private static List<String> expected(Appointment appointment, List<Payment> payments) {
        List<String> ids = new ArrayList<>();
        if (appointment.recordId() != null) {
            ids.add(appointment.number() + "-sms-appointment-confirmed");
        }
        if (appointment.status().equals("EXPIRED")) {
            ids.add(appointment.number() + "-sms-appointment-expired");
        }
        if (States.GIVEN_UP.contains(appointment.status())) {
            ids.add(appointment.number() + "-sms-appointment-cancelled");
        }
        for (Payment payment : payments) {
            if (payment.status().equals("REFUNDED")) {
                ids.add(payment.outTradeNo() + "-sms-payment-refunded");
            }
        }
        if (States.PAID.contains(appointment.status())
                || appointment.status().equals("REFUNDING")
                || appointment.status().equals("REFUNDED")) {
            ids.add(appointment.number() + "-sms-payment-completed");
        }
        return ids;
    }
}
