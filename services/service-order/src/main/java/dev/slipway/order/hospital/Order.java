package dev.slipway.order.hospital;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.PatientSnapshot;
import dev.slipway.order.appointment.Visit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An appointment as a hospital is asked for it. */
record Order(
        String number,
        String hospitalScheduleId,
        String departmentCode,
        LocalDate visitDate,
        String session,
        String fee,
        Patient patient) {

    static Order of(Appointment appointment) {
        Visit visit = appointment.visit();
        return new Order(
                appointment.number().value(),
                visit.hospitalScheduleId(),
                visit.departmentCode(),
                visit.date(),
                visit.session(),
                visit.fee().toString(),
                Patient.of(appointment.patient()));
    }

    record Patient(
            String name,
            String certificateType,
            String certificateNumber,
            String sex,
            LocalDate birthDate,
            String phone,
            boolean insured,
            @Nullable String cardNumber) {
        static Patient of(PatientSnapshot patient) {
            return new Patient(
                    patient.name(),
                    patient.certificateType(),
                    patient.certificateNumber(),
                    patient.sex(),
                    patient.birthDate(),
                    patient.phone(),
                    patient.insured(),
                    patient.cardNumber());
        }
    }
}
