package dev.slipway.order.transition;

import dev.slipway.messaging.outbox.Event;
import dev.slipway.messaging.outbox.Outbox;
import dev.slipway.order.appointment.Admission;
import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.Visit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Short messages to the user who booked, each asked for once: service-sms knows them by id. */
@Component
public class Messages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Outbox outbox;
    private final ZoneId displayZone;

    Messages(Outbox outbox, ZoneId displayZone) {
        this.outbox = outbox;
        this.displayZone = displayZone;
    }

    /** In the transaction of what it tells of; once for an appointment and template. */
    public void request(Appointment appointment, String template) {
        request(appointment, template, appointment.number().value());
    }

    /** @param subject what the message tells of, when an appointment may have several of the template */
    public void request(Appointment appointment, String template, String subject) {
        String id = subject + "-sms-" + template;
        outbox.store(new Event(
                id,
                "sms.requested",
                new SmsRequested(id, appointment.booker().phone(), template, parameters(appointment, template))));
    }

    private Map<String, String> parameters(Appointment appointment, String template) {
        Visit visit = appointment.visit();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("patient", appointment.patient().name());
        parameters.put("hospital", visit.hospitalName());
        parameters.put("department", visit.departmentName());
        parameters.put("date", visit.date().toString());
        parameters.put("session", visit.session().equals("am") ? "上午" : "下午");
        switch (template) {
            case "appointment-confirmed" -> {
                parameters.put("fee", visit.fee().toString());
                parameters.put("time", time(appointment.expiresAt()));
            }
            case "payment-completed", "payment-refunded" ->
                parameters.put("fee", visit.fee().toString());
            case "visit-reminder" -> admission(parameters, appointment.admission());
            default -> {}
        }
        return parameters;
    }

    private static void admission(Map<String, String> parameters, @Nullable Admission admission) {
        String address = admission == null ? null : admission.fetchAddress();
        String time = admission == null ? null : admission.fetchTime();
        parameters.put("address", address == null ? "医院挂号窗口" : address);
        parameters.put("time", time == null ? "就诊前" : time);
    }

    private String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(displayZone));
    }

    record SmsRequested(String id, String phone, String template, Map<String, String> parameters) {}
}
