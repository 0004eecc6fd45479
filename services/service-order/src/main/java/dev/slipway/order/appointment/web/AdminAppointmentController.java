package dev.slipway.order.appointment.web;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentFilter;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.notice.HospitalNotices;
import dev.slipway.order.payment.Payments;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All appointments, for operators. */
@RestController
@RequestMapping("/admin/appointments")
class AdminAppointmentController {
    private final Appointments appointments;
    private final OwnAppointments any;
    private final Payments payments;
    private final HospitalNotices notices;
    private final AppointmentViews views;

    AdminAppointmentController(
            Appointments appointments,
            OwnAppointments any,
            Payments payments,
            HospitalNotices notices,
            AppointmentViews views) {
        this.appointments = appointments;
        this.any = any;
        this.payments = payments;
        this.notices = notices;
        this.views = views;
    }

    /** @param from first day of visit; {@code to} is the last */
    @GetMapping
    Page<AppointmentView> list(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String userId,
            @RequestParam(required = false) @Nullable String patientId,
            @RequestParam(required = false) @Nullable String patientName,
            @RequestParam(required = false) @Nullable String hospitalCode,
            @RequestParam(required = false) @Nullable String departmentCode,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            PageRequest page) {
        return views.of(appointments.search(
                new AppointmentFilter(
                        userId,
                        patientId,
                        hospitalCode,
                        departmentCode,
                        patientName,
                        number,
                        StatusParameter.read(status),
                        from,
                        to),
                page));
    }

    @GetMapping("/{number}")
    AdminAppointmentView show(@PathVariable String number) {
        Appointment appointment = any.any(number).orElseThrow(OwnAppointments::unknown);
        return AdminAppointmentView.of(
                appointment,
                views.of(appointment),
                payments.of(appointment.number()),
                payments.incidents(appointment.number()),
                notices.untold(appointment.number()));
    }
}
