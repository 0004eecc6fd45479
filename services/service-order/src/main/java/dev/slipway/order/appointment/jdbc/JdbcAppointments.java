package dev.slipway.order.appointment.jdbc;

import dev.slipway.order.appointment.ActiveKey;
import dev.slipway.order.appointment.Admission;
import dev.slipway.order.appointment.AlreadyBooked;
import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentFilter;
import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.AppointmentStatus;
import dev.slipway.order.appointment.Appointments;
import dev.slipway.order.appointment.Party;
import dev.slipway.order.appointment.PatientSnapshot;
import dev.slipway.order.appointment.Visit;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import dev.slipway.web.time.Utc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAppointments implements Appointments {
    private final JdbcClient jdbc;
    private final AppointmentRows rows;
    private final AppointmentSearch search;

    JdbcAppointments(JdbcClient jdbc, AppointmentRows rows, AppointmentSearch search) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.search = search;
    }

    @Override
    public void add(Appointment appointment, Instant askAt) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("number", appointment.number().value());
        columns.put("status", appointment.status().name());
        columns.put("version", appointment.version());
        columns.put(
                "active",
                ActiveKey.of(appointment.patient().id(), appointment.visit()).value());
        columns.put("user", appointment.booker().userId());
        columns.put("userPhone", appointment.booker().phone());
        columns.put("askAt", Utc.of(askAt));
        columns.put("now", Utc.of(appointment.createdAt()));
        patient(columns, appointment.patient());
        visit(columns, appointment.visit());
        try {
            jdbc.sql("""
                INSERT INTO appointment (number, status, version, active_key, user_id, user_phone,
                  patient_id, patient_name, patient_certificate_type, patient_certificate_number,
                  patient_sex, patient_birth_date, patient_phone, patient_insured, patient_card_number,
                  schedule_id, hospital_code, hospital_name, hospital_schedule_id, department_code,
                  department_name, title, doctor, skill, visit_date, session, fee, quit_deadline, ask_at,
                  asked, created_at, updated_at)
                VALUES (:number, :status, :version, :active, :user, :userPhone, :patient, :name,
                  :certificateType, :certificate, :sex, :birth, :phone, :insured, :card, :schedule,
                  :hospital, :hospitalName, :hospitalSchedule, :department, :departmentName, :title,
                  :doctor, :skill, :date, :session, :fee, :deadline, :askAt, 0, :now, :now)\
                """).params(columns).update();
        } catch (DuplicateKeyException active) {
            throw new AlreadyBooked();
        }
    }

    private void patient(Map<String, @Nullable Object> columns, PatientSnapshot patient) {
        columns.put("patient", patient.id());
        columns.put("name", patient.name());
        columns.put("certificateType", patient.certificateType());
        columns.put("certificate", rows.encrypted(patient));
        columns.put("sex", patient.sex());
        columns.put("birth", patient.birthDate());
        columns.put("phone", patient.phone());
        columns.put("insured", patient.insured());
        columns.put("card", patient.cardNumber());
    }

    private static void visit(Map<String, @Nullable Object> columns, Visit visit) {
        columns.put("schedule", visit.scheduleId());
        columns.put("hospital", visit.hospitalCode());
        columns.put("hospitalName", visit.hospitalName());
        columns.put("hospitalSchedule", visit.hospitalScheduleId());
        columns.put("department", visit.departmentCode());
        columns.put("departmentName", visit.departmentName());
        columns.put("title", visit.title());
        columns.put("doctor", visit.doctor());
        columns.put("skill", visit.skill());
        columns.put("date", visit.date());
        columns.put("session", visit.session());
        columns.put("fee", visit.fee().yuan());
        columns.put("deadline", Utc.of(visit.quitDeadline()));
    }

    @Override
    public Optional<Appointment> find(AppointmentNumber number) {
        return jdbc.sql("SELECT * FROM appointment WHERE number = ?")
                .param(number.value())
                .query(rows)
                .optional();
    }

    @Override
    public Optional<Appointment> held(AppointmentNumber number) {
        return jdbc.sql("SELECT * FROM appointment WHERE number = ? FOR UPDATE")
                .param(number.value())
                .query(rows)
                .optional();
    }

    @Override
    public Optional<AppointmentNumber> numberOf(String hospitalCode, String recordId) {
        return jdbc.sql("""
            SELECT number FROM appointment WHERE hospital_code = ? AND hospital_record_id = ?
            ORDER BY created_at DESC LIMIT 1\
            """)
                .params(hospitalCode, recordId)
                .query(String.class)
                .optional()
                .map(AppointmentNumber::new);
    }

    @Override
    public boolean isActive(ActiveKey key) {
        return jdbc.sql("SELECT COUNT(*) FROM appointment WHERE active_key = ?")
                        .param(key.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void change(Appointment after, Instant now) {
        Admission admission = after.admission();
        Party party = after.cancelledBy();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("number", after.number().value());
        columns.put("before", after.version() - 1);
        columns.put("status", after.status().name());
        columns.put("version", after.version());
        columns.put("active", after.status().isActive());
        columns.put("record", admission == null ? null : admission.recordId());
        columns.put("sequence", admission == null ? null : admission.sequenceNumber());
        columns.put("fetchTime", admission == null ? null : admission.fetchTime());
        columns.put("fetchAddress", admission == null ? null : admission.fetchAddress());
        columns.put("expires", Utc.ofNullable(after.expiresAt()));
        columns.put("reason", after.reason());
        columns.put("party", party == null ? null : party.name());
        columns.put("requested", after.status() == AppointmentStatus.REQUESTED);
        columns.put("now", Utc.of(now));
        int changed = jdbc.sql("""
            UPDATE appointment SET status = :status, version = :version,
              active_key = IF(:active, active_key, NULL), hospital_record_id = :record,
              sequence_number = :sequence, fetch_time = :fetchTime, fetch_address = :fetchAddress,
              expires_at = :expires, reason = :reason, cancelled_by = :party,
              ask_at = IF(:requested, ask_at, NULL), updated_at = :now
            WHERE number = :number AND version = :before\
            """).params(columns).update();
        if (changed != 1) {
            throw new IllegalStateException("The appointment was changed without being held");
        }
    }

    @Override
    public Page<Appointment> search(AppointmentFilter filter, PageRequest page) {
        return search.search(filter, page);
    }

    @Override
    public List<AppointmentNumber> unpaidUntil(Instant now, int most) {
        return numbers(jdbc.sql("""
            SELECT number FROM appointment WHERE status = 'CONFIRMED' AND expires_at <= ?
            ORDER BY expires_at LIMIT ?\
            """).params(Utc.of(now), most));
    }

    @Override
    public List<AppointmentNumber> activeOf(String scheduleId) {
        return numbers(jdbc.sql("""
            SELECT number FROM appointment
            WHERE schedule_id = ? AND status IN ('REQUESTED', 'CONFIRMED', 'PAID')\
            """).params(scheduleId));
    }

    @Override
    public List<AppointmentNumber> activeOfWithdrawn(int most) {
        return numbers(jdbc.sql("""
            SELECT a.number FROM schedule_slot s JOIN appointment a ON a.schedule_id = s.schedule_id
            WHERE s.withdrawn AND a.status IN ('REQUESTED', 'CONFIRMED', 'PAID') LIMIT ?\
            """).params(most));
    }

    @Override
    public List<AppointmentNumber> toRemind(LocalDate day, @Nullable AppointmentNumber after, int most) {
        return numbers(jdbc.sql("""
            SELECT number FROM appointment
            WHERE visit_date = ? AND reminded_at IS NULL AND number > ? AND status IN ('CONFIRMED', 'PAID')
            ORDER BY number LIMIT ?\
            """).params(day, after == null ? "" : after.value(), most));
    }

    @Override
    public boolean remind(AppointmentNumber number, Instant now) {
        return jdbc.sql("""
            UPDATE appointment SET reminded_at = ?
            WHERE number = ? AND reminded_at IS NULL AND status IN ('CONFIRMED', 'PAID')\
            """).params(Utc.of(now), number.value()).update() == 1;
    }

    @Override
    public boolean remembers(String userId, String requestKey) {
        return jdbc.sql("SELECT COUNT(*) FROM idempotent_answer WHERE caller = ? AND request_key = ?")
                        .params(userId, requestKey)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static List<AppointmentNumber> numbers(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, index) -> new AppointmentNumber(row.getString("number")))
                .list();
    }
}
