package dev.slipway.user.patient.jdbc;

import dev.slipway.security.secret.DataCipher;
import dev.slipway.user.certificate.Certificate;
import dev.slipway.user.certificate.CertificateType;
import dev.slipway.user.patient.EmergencyContact;
import dev.slipway.user.patient.Patient;
import dev.slipway.user.patient.PatientDetails;
import dev.slipway.user.patient.Sex;
import dev.slipway.user.phone.Phone;
import dev.slipway.web.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Patients out of rows. */
@Component
class PatientRows implements RowMapper<Patient> {
    static final String CERTIFICATE = "patient.certificate";

    private final DataCipher cipher;

    PatientRows(DataCipher cipher) {
        this.cipher = cipher;
    }

    String encrypted(Certificate certificate) {
        return cipher.encrypt(CERTIFICATE, certificate.number());
    }

    @Override
    public Patient mapRow(ResultSet row, int number) throws SQLException {
        return new Patient(row.getString("id"), details(row), Utc.read(row, "created_at"));
    }

    private PatientDetails details(ResultSet row) throws SQLException {
        return new PatientDetails(
                row.getString("name"),
                new Certificate(
                        CertificateType.of(row.getString("certificate_type")),
                        cipher.decrypt(CERTIFICATE, row.getString("certificate_number"))),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                new Phone(row.getString("phone")),
                row.getString("province_code"),
                row.getString("city_code"),
                row.getString("district_code"),
                row.getString("address"),
                row.getBoolean("insured"),
                row.getString("card_number"),
                contact(row));
    }

    private static @Nullable EmergencyContact contact(ResultSet row) throws SQLException {
        String name = row.getString("contact_name");
        return name == null ? null : new EmergencyContact(name, new Phone(row.getString("contact_phone")));
    }
}
