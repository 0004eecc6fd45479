package dev.slipway.user.directory.web;

import dev.slipway.user.certificate.CertificateType;
import dev.slipway.user.patient.Patient;
import dev.slipway.user.patient.PatientDetails;
import dev.slipway.user.patient.Sex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a hospital has to know of a patient. */
record PatientEntry(
        String id,
        String name,
        CertificateType certificateType,
        String certificateNumber,
        Sex sex,
        LocalDate birthDate,
        String phone,
        boolean insured,
        @Nullable String cardNumber) {
    static PatientEntry of(Patient patient) {
        PatientDetails details = patient.details();
        return new PatientEntry(
                patient.id(),
                details.name(),
                details.certificate().type(),
                details.certificate().number(),
                details.sex(),
                details.birthDate(),
                details.phone().number(),
                details.insured(),
                details.cardNumber());
    }

    /** Shows nothing that identifies the person: this may be logged. */
    @Override
    public String toString() {
        return "patient " + id;
    }
}
