package dev.slipway.order.appointment.web;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.Role;
import dev.slipway.web.problem.ProblemException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds what belongs to the caller; what belongs to someone else is not found either. */
@Component
public class OwnAppointments {
    private final Appointments appointments;

    OwnAppointments(Appointments appointments) {
        this.appointments = appointments;
    }

    /** @throws ProblemException 403 when the caller is no patient */
    static String user(Caller caller) {
        if (!caller.is(Role.USER)) {
            throw ProblemException.of(HttpStatus.FORBIDDEN, "forbidden", "Only a user may do this.");
        }
        return caller.id();
    }

    /** @throws ProblemException 404 when there is none of this number for the caller */
    public Appointment find(Caller caller, String number) {
        String user = user(caller);
        return any(number)
                .filter(appointment -> appointment.booker().userId().equals(user))
                .orElseThrow(OwnAppointments::unknown);
    }

    Optional<Appointment> any(String number) {
        return AppointmentNumber.isOne(number) ? appointments.find(new AppointmentNumber(number)) : Optional.empty();
    }

    static ProblemException unknown() {
        return ProblemException.notFound("There is no such appointment.");
    }
}
