package dev.slipway.hospital.order.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.hospital.order.OrderRequest;
import dev.slipway.hospital.order.Patient;
import dev.slipway.hospital.order.Sex;
import dev.slipway.hospital.schedule.Session;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An order on the wire. Fields that a later platform adds are no error; the text form does not tell the patient. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SubmitOrder(
        @NotNull @Pattern(regexp = NUMBER, message = "must be 1 to 40 letters, digits and hyphens")
        String number,

        @NotBlank @Size(max = 40) String hospitalScheduleId,
        @NotBlank @Size(max = 32) String departmentCode,
        @NotNull LocalDate visitDate,
        @NotNull Session session,

        @NotNull @Pattern(regexp = "[0-9]{1,8}\\.[0-9]{2}", message = "must be an amount with two decimals")
        String fee,

        @NotNull @Valid SubmittedPatient patient) {
    static final String NUMBER = "[A-Za-z0-9-]{1,40}";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SubmittedPatient(
            @NotBlank @Size(max = 50) String name,
            @NotBlank @Size(max = 10) String certificateType,
            @NotBlank @Size(max = 40) String certificateNumber,
            @NotNull Sex sex,
            @NotNull LocalDate birthDate,
            @NotBlank @Size(max = 20) String phone,
            boolean insured,
            @Nullable @Size(max = 40) String cardNumber) {
        Patient patient() {
            return new Patient(name, certificateType, certificateNumber, sex, birthDate, phone, insured, cardNumber);
        }
    }

    OrderRequest request() {
        return new OrderRequest(
                number, hospitalScheduleId, departmentCode, visitDate, session, new BigDecimal(fee), patient.patient());
    }

    @Override
    public String toString() {
        return "SubmitOrder[" + number + "]";
    }
}
