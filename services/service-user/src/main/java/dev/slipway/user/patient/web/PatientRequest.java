package dev.slipway.user.patient.web;

import dev.slipway.user.certificate.Certificate;
import dev.slipway.user.certificate.CertificateType;
import dev.slipway.user.patient.EmergencyContact;
import dev.slipway.user.patient.PatientDetails;
import dev.slipway.user.patient.Sex;
import dev.slipway.user.phone.Phone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A patient as the client describes one; its text form shows nothing of it. */
record PatientRequest(
        @NotBlank @Size(max = 50) String name,
        @NotNull CertificateType certificateType,
        @NotBlank @Size(max = 30) String certificateNumber,
        @NotNull Sex sex,
        @NotNull LocalDate birthDate,

        @NotNull @Pattern(regexp = Phone.PATTERN, message = PHONE_FORM)
        String phone,

        @NotNull @Pattern(regexp = REGION, message = REGION_FORM)
        String provinceCode,

        @NotNull @Pattern(regexp = REGION, message = REGION_FORM)
        String cityCode,

        @NotNull @Pattern(regexp = REGION, message = REGION_FORM)
        String districtCode,

        @NotBlank @Size(max = 200) String address,
        boolean insured,

        @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,40}", message = "must be 1 to 40 letters, digits and hyphens")
        String cardNumber,

        @Nullable @Valid Contact emergencyContact) {
    private static final String PHONE_FORM = "must be a mobile number of the mainland";
    private static final String REGION = "[1-9][0-9]{5}";
    private static final String REGION_FORM = "must be six digits of GB/T 2260";

    record Contact(
            @NotBlank @Size(max = 50) String name,

            @NotNull @Pattern(regexp = Phone.PATTERN, message = PHONE_FORM)
            String phone) {}

    PatientDetails details(Certificate certificate) {
        return new PatientDetails(
                name,
                certificate,
                sex,
                birthDate,
                new Phone(phone),
                provinceCode,
                cityCode,
                districtCode,
                address,
                insured,
                cardNumber,
                emergencyContact == null
                        ? null
                        : new EmergencyContact(emergencyContact.name(), new Phone(emergencyContact.phone())));
    }

    @Override
    public String toString() {
        return "PatientRequest";
    }
}
