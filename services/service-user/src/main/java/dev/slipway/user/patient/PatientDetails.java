package dev.slipway.user.patient;

import dev.slipway.user.certificate.Certificate;
import dev.slipway.user.phone.Phone;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who the patient is.
 *
 * @param provinceCode six digits of GB/T 2260, like the two below it
 * @param cardNumber of the hospital's or the insurance's card
 */
public record PatientDetails(
        String name,
        Certificate certificate,
        Sex sex,
        LocalDate birthDate,
        Phone phone,
        String provinceCode,
        String cityCode,
        String districtCode,
        String address,
        boolean insured,
        @Nullable String cardNumber,
        @Nullable EmergencyContact contact) {}
