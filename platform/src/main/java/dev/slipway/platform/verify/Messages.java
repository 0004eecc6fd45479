package dev.slipway.platform.verify;

import dev.slipway.platform.verify.Books.Appointment;
import dev.slipway.platform.verify.Books.Payment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every appointment's user was told of what became of it, once each, and of nothing else. */
final class Messages implements Rule {
    /** service-sms remembers for seven days what it has sent. */
    private static final Duration REMEMBERED = Duration.ofDays(6);

    /** Between what a message of service-order tells of and its template; no other service's ids have it. */
    private static final String MARK = "-sms-";

    @Override
    public List<Violation> broken(Books books) {
        List<Violation> broken = new ArrayList<>();
        Map<String, List<Payment>> payments = Books.by(books.payments(), Payment::number);
        Set<String> asked = new HashSet<>();
        for (Appointment appointment : books.appointments()) {
            boolean young = !appointment.createdAt().isBefore(books.readAt().minus(REMEMBERED));
            for (String id : expected(appointment, payments.getOrDefault(appointment.number(), List.of()))) {
                asked.add(id);
                int times = books.sent().getOrDefault(id, 0);
                if (times > 1 || (young && times == 0)) {
                    broken.add(new Violation(
                            appointment.number(), "message", id + " was sent " + times + " times instead of once"));
                }
            }
        }
        unasked(books, asked, broken);
        return broken;
    }

    private static void unasked(Books books, Set<String> asked, List<Violation> broken) {
        Map<String, Appointment> subjects = new HashMap<>(Books.one(books.appointments(), Appointment::number));
        for (Payment payment : books.payments()) {
            Appointment appointment = subjects.get(payment.number());
            if (appointment != null) {
                subjects.put(payment.outTradeNo(), appointment);
            }
        }
        for (String id : books.sent().keySet()) {
            int mark = id.indexOf(MARK);
            if (mark >= 0 && !asked.contains(id)) {
                broken.add(unasked(id, id.substring(0, mark), subjects.get(id.substring(0, mark))));
            }
        }
    }

    private static Violation unasked(String id, String subject, @Nullable Appointment appointment) {
        return appointment == null
                ? new Violation(subject, "message-unasked", id + " was sent, and it is unknown here")
                : new Violation(
                        appointment.number(), "message-unasked", id + " was sent, and it is " + appointment.status());
    }

    private static List<String> expected(Appointment appointment, List<Payment> payments) {
        List<String> ids = new ArrayList<>();
        if (appointment.recordId() != null) {
            ids.add(id(appointment.number(), "appointment-confirmed"));
        }
        if (appointment.status().equals("EXPIRED")) {
            ids.add(id(appointment.number(), "appointment-expired"));
        }
        if (States.GIVEN_UP.contains(appointment.status())) {
            ids.add(id(appointment.number(), "appointment-cancelled"));
        }
        for (Payment payment : payments) {
            if (payment.status().equals("REFUNDED")) {
                ids.add(id(payment.outTradeNo(), "payment-refunded"));
            }
        }
        if (States.WAS_PAID.contains(appointment.status())) {
            ids.add(id(appointment.number(), "payment-completed"));
        }
        if (appointment.reminded()) {
            ids.add(id(appointment.number(), "visit-reminder"));
        }
        return ids;
    }

    private static String id(String subject, String template) {
        return subject + MARK + template;
    }
}
