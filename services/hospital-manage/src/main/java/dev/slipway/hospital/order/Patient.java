package dev.slipway.hospital.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who comes, as the platform describes them; the text form does not tell. */
public record Patient(
        String name,
        String certificateType,
        String certificateNumber,
        Sex sex,
        LocalDate birthDate,
        String phone,
        boolean insured,
        @Nullable String cardNumber) {
    @Override
    public String toString() {
        return "Patient";
    }
}
