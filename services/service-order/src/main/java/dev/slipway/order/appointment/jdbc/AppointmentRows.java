package dev.slipway.order.appointment.jdbc;

import dev.slipway.order.appointment.Admission;
import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.AppointmentStatus;
import dev.slipway.order.appointment.Booker;
import dev.slipway.order.appointment.Party;
import dev.slipway.order.appointment.PatientSnapshot;
import dev.slipway.order.appointment.Visit;
import dev.slipway.order.money.Money;
import dev.slipway.security.secret.DataCipher;
import dev.slipway.web.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Appointments out of rows; the patient's certificate number is encrypted at rest. */
@Component
class AppointmentRows implements RowMapper<Appointment> {
    private static final String CERTIFICATE = "appointment.certificate";

    private final DataCipher cipher;

    AppointmentRows(DataCipher cipher) {
        this.cipher = cipher;
    }

    String encrypted(PatientSnapshot patient) {
        return cipher.encrypt(CERTIFICATE, patient.certificateNumber());
    }

    @Override
    public Appointment mapRow(ResultSet row, int index) throws SQLException {
        String party = row.getString("cancelled_by");
        return new Appointment(
                new AppointmentNumber(row.getString("number")),
                new Booker(row.getString("user_id"), row.getString("user_phone")),
                patient(row),
                visit(row),
                AppointmentStatus.valueOf(row.getString("status")),
                admission(row),
                Utc.readNullable(row, "expires_at"),
                row.getString("reason"),
                party == null ? null : Party.valueOf(party),
                row.getInt("version"),
                Utc.read(row, "created_at"));
    }

    private PatientSnapshot patient(ResultSet row) throws SQLException {
        return new PatientSnapshot(
                row.getString("patient_id"),
                row.getString("patient_name"),
                row.getString("patient_certificate_type"),
                cipher.decrypt(CERTIFICATE, row.getString("patient_certificate_number")),
                row.getString("patient_sex"),
                row.getObject("patient_birth_date", LocalDate.class),
                row.getString("patient_phone"),
                row.getBoolean("patient_insured"),
                row.getString("patient_card_number"));
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                row.getString("schedule_id"),
                row.getString("hospital_code"),
                row.getString("hospital_name"),
                row.getString("hospital_schedule_id"),
                row.getString("department_code"),
                row.getString("department_name"),
                row.getString("title"),
                row.getString("doctor"),
                row.getString("skill"),
                row.getObject("visit_date", LocalDate.class),
                row.getString("session"),
                new Money(row.getBigDecimal("fee")),
                Utc.read(row, "quit_deadline"));
    }

    private static @Nullable Admission admission(ResultSet row) throws SQLException {
        String record = row.getString("hospital_record_id");
        return record == null
                ? null
                : new Admission(
                        record,
                        row.getObject("sequence_number", Integer.class),
                        row.getString("fetch_time"),
                        row.getString("fetch_address"));
    }
}
