package dev.slipway.user.patient.web;

import dev.slipway.user.certificate.CertificateType;
import dev.slipway.user.patient.EmergencyContact;
import dev.slipway.user.patient.Patient;
import dev.slipway.user.patient.PatientDetails;
import dev.slipway.user.patient.Sex;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A patient as answers show one: the certificate's number is masked. */
public record PatientView(
        String id,
        String name,
        CertificateType certificateType,
        String certificateNumber,
        Sex sex,
        LocalDate birthDate,
        String phone,
        String provinceCode,
        String cityCode,
        String districtCode,
        String address,
        boolean insured,
        @Nullable String cardNumber,
        @Nullable ContactView emergencyContact,
        Instant createdAt) {
    /** Whom the hospital may call. */
    public record ContactView(String name, String phone) {}

    public static PatientView of(Patient patient) {
        PatientDetails details = patient.details();
        EmergencyContact contact = details.contact();
        return new PatientView(
                patient.id(),
                details.name(),
                details.certificate().type(),
                details.certificate().masked(),
                details.sex(),
                details.birthDate(),
                details.phone().number(),
                details.provinceCode(),
                details.cityCode(),
                details.districtCode(),
                details.address(),
                details.insured(),
                details.cardNumber(),
                contact == null
                        ? null
                        : new ContactView(contact.name(), contact.phone().number()),
                patient.createdAt());
    }

    /** Without what is personal, for this may be logged. */
    @Override
    public String toString() {
        return "PatientView " + id;
    }
}
