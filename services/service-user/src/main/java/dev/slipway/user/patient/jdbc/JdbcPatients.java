package dev.slipway.user.patient.jdbc;

import dev.slipway.user.account.AccountId;
import dev.slipway.user.patient.EmergencyContact;
import dev.slipway.user.patient.Patient;
import dev.slipway.user.patient.PatientDetails;
import dev.slipway.user.patient.Patients;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPatients implements Patients {
    private final JdbcClient jdbc;
    private final PatientRows rows;
    private final Clock clock;

    JdbcPatients(JdbcClient jdbc, PatientRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<Patient> of(AccountId owner) {
        return jdbc.sql("SELECT * FROM patient WHERE account_id = :owner ORDER BY created_at, id")
                .param("owner", owner.value())
                .query(rows)
                .list();
    }

    @Override
    public Optional<Patient> find(AccountId owner, String id) {
        return jdbc.sql("SELECT * FROM patient WHERE id = :id AND account_id = :owner")
                .param("id", id)
                .param("owner", owner.value())
                .query(rows)
                .optional();
    }

    @Override
    public int count(AccountId owner) {
        return jdbc.sql("SELECT COUNT(*) FROM patient WHERE account_id = :owner")
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
    }

    @Override
    public void add(AccountId owner, Patient patient) {
        Map<String, @Nullable Object> columns = columns(patient.details());
        columns.put("id", patient.id());
        columns.put("owner", owner.value());
        columns.put("now", Utc.of(patient.createdAt()));
        jdbc.sql("""
                        INSERT INTO patient (id, account_id, name, certificate_type, certificate_number, sex,
                          birth_date, phone, province_code, city_code, district_code, address, insured, card_number,
                          contact_name, contact_phone, created_at, updated_at)
                        VALUES (:id, :owner, :name, :type, :number, :sex, :birth, :phone, :province, :city, :district,
                          :address, :insured, :card, :contact, :contactPhone, :now, :now)""").params(columns).update();
    }

    @Override
    public boolean replace(AccountId owner, String id, PatientDetails details) {
        Map<String, @Nullable Object> columns = columns(details);
        columns.put("id", id);
        columns.put("owner", owner.value());
        columns.put("now", Utc.of(clock.instant()));
        return jdbc.sql("""
                        UPDATE patient SET name = :name, certificate_type = :type, certificate_number = :number,
                          sex = :sex, birth_date = :birth, phone = :phone, province_code = :province,
                          city_code = :city, district_code = :district, address = :address, insured = :insured,
                          card_number = :card, contact_name = :contact, contact_phone = :contactPhone,
                          updated_at = :now
                        WHERE id = :id AND account_id = :owner""").params(columns).update() == 1;
    }

    @Override
    public boolean remove(AccountId owner, String id) {
        return jdbc.sql("DELETE FROM patient WHERE id = :id AND account_id = :owner")
                        .param("id", id)
                        .param("owner", owner.value())
                        .update()
                == 1;
    }

    private Map<String, @Nullable Object> columns(PatientDetails details) {
        EmergencyContact contact = details.contact();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("name", details.name());
        columns.put("type", details.certificate().type().value());
        columns.put("number", rows.encrypted(details.certificate()));
        columns.put("sex", details.sex().name());
        columns.put("birth", details.birthDate());
        columns.put("phone", details.phone().number());
        columns.put("province", details.provinceCode());
        columns.put("city", details.cityCode());
        columns.put("district", details.districtCode());
        columns.put("address", details.address());
        columns.put("insured", details.insured());
        columns.put("card", details.cardNumber());
        columns.put("contact", contact == null ? null : contact.name());
        columns.put("contactPhone", contact == null ? null : contact.phone().number());
        return columns;
    }
}
