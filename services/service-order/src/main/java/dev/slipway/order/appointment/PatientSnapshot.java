package dev.slipway.order.appointment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The patient as at the time of booking: what the hospital was or will be told. */
public record PatientSnapshot(
        String id,
        String name,
        String certificateType,
        String certificateNumber,
        String sex,
        LocalDate birthDate,
        String phone,
        boolean insured,
        @Nullable String cardNumber) {
    /** Shows nothing that identifies the person: this may be logged. */
    @Override
    public String toString() {
        return "patient " + id;
    }
}
