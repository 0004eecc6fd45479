package dev.slipway.statistics.appointment;

import java.time.LocalDate;

/** What the events {@code appointment.confirmed}, {@code .cancelled} and {@code .expired} say that matters here. */
public record AppointmentEvent(String number, String hospitalCode, LocalDate visitDate, long version) {
    public AppointmentEvent {
        AppointmentState checked = new AppointmentState(number, hospitalCode, visitDate, false, version);
        number = checked.number();
    }

    /** @param active what the event's type says */
    public AppointmentState state(boolean active) {
        return new AppointmentState(number, hospitalCode, visitDate, active, version);
    }
}
