package dev.slipway.order.appointment.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What a patient sends to book. */
record BookAppointmentRequest(
        @NotNull @Pattern(regexp = ID, message = NOT_AN_ID) String scheduleId,
        @NotNull @Pattern(regexp = ID, message = NOT_AN_ID) String patientId) {
    /** Opaque, but it becomes part of a path. */
    static final String ID = "[A-Za-z0-9_.:-]{1,64}";

    static final String NOT_AN_ID = "must be 1 to 64 letters, digits, hyphens, dots, colons or underscores";
}
