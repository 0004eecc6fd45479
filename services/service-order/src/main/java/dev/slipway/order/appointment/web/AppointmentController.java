package dev.slipway.order.appointment.web;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentFilter;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.AppointmentStatus;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.appointment.Change;
import dev.slipway.order.appointment.Party;
import dev.slipway.order.booking.AppointmentBooking;
import dev.slipway.order.booking.BookAppointment;
import dev.slipway.order.cancellation.Cancellation;
import dev.slipway.order.transition.AppointmentTransitions.Outcome;
import dev.slipway.security.identity.Caller;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import dev.slipway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A user's own appointments; another user's are not found. */
@RestController
@RequestMapping("/api/appointments")
class AppointmentController {
    private final AppointmentBooking booking;
    private final Cancellation cancellations;
    private final Appointments appointments;
    private final OwnAppointments own;
    private final BookingAnswers answers;
    private final AppointmentViews views;

    AppointmentController(
            AppointmentBooking booking,
            Cancellation cancellations,
            Appointments appointments,
            OwnAppointments own,
            BookingAnswers answers,
            AppointmentViews views) {
        this.booking = booking;
        this.cancellations = cancellations;
        this.appointments = appointments;
        this.own = own;
        this.answers = answers;
        this.views = views;
    }

    @PostMapping
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "202")
    ResponseEntity<AppointmentView> book(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody BookAppointmentRequest request) {
        String user = OwnAppointments.user(caller);
        return answers.answer(booking.book(new BookAppointment(user, request.scheduleId(), request.patientId(), key)));
    }

    @GetMapping
    Page<AppointmentView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String patientId,
            @RequestParam(required = false) @Nullable String status,
            PageRequest page) {
        String user = OwnAppointments.user(caller);
        AppointmentStatus wanted = StatusParameter.read(status);
        return views.of(appointments.search(AppointmentFilter.of(user, patientId, wanted), page));
    }

    @GetMapping("/statuses")
    ItemList<StatusView> statuses() {
        return new ItemList<>(Arrays.stream(AppointmentStatus.values())
                .map(status -> new StatusView(status, status.title()))
                .toList());
    }

    @GetMapping("/{number}")
    AppointmentView show(Caller caller, @PathVariable String number) {
        return views.of(own.find(caller, number));
    }

    @PostMapping("/{number}/cancellation")
    AppointmentView cancel(Caller caller, @PathVariable String number) {
        AppointmentNumber known = own.find(caller, number).number();
        Outcome outcome = cancellations.cancel(known, Party.PATIENT, null).orElseThrow();
        if (outcome.change() instanceof Change.Refused refused) {
            throw ProblemException.conflict(refused.why().code(), refused.why().detail());
        }
        Appointment cancelled = outcome.appointment();
        return views.of(cancelled);
    }

    record StatusView(AppointmentStatus value, String name) {}
}
