package dev.slipway.hospital.order.jdbc;

import dev.slipway.hospital.order.Admission;
import dev.slipway.hospital.order.Order;
import dev.slipway.hospital.order.OrderRequest;
import dev.slipway.hospital.order.OrderStatus;
import dev.slipway.hospital.order.Patient;
import dev.slipway.hospital.order.Sex;
import dev.slipway.hospital.schedule.Session;
import dev.slipway.security.secret.DataCipher;
import dev.slipway.web.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Orders out of rows and into them. */
@Component
class OrderRows implements RowMapper<Order> {
    private static final String CERTIFICATE = "order.certificate";

    private final DataCipher cipher;

    OrderRows(DataCipher cipher) {
        this.cipher = cipher;
    }

    Map<String, @Nullable Object> columns(OrderRequest request) {
        Patient patient = request.patient();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("number", request.number());
        columns.put("schedule", request.scheduleId());
        columns.put("department", request.departmentCode());
        columns.put("date", request.visitDate());
        columns.put("session", request.session().word());
        columns.put("fee", request.fee());
        columns.put("name", patient.name());
        columns.put("type", patient.certificateType());
        columns.put("certificate", cipher.encrypt(CERTIFICATE, patient.certificateNumber()));
        columns.put("sex", patient.sex().name());
        columns.put("birth", patient.birthDate());
        columns.put("phone", patient.phone());
        columns.put("insured", patient.insured());
        columns.put("card", patient.cardNumber());
        return columns;
    }

    @Override
    public Order mapRow(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getString("number"),
                OrderStatus.of(row.getString("status")),
                row.getString("reason"),
                row.getString("record_id") == null ? null : admission(row),
                row.getString("schedule_id") == null ? null : request(row),
                Utc.read(row, "created_at"));
    }

    private static Admission admission(ResultSet row) throws SQLException {
        return new Admission(
                row.getString("record_id"),
                row.getInt("sequence_number"),
                row.getString("fetch_time"),
                row.getString("fetch_address"));
    }

    private OrderRequest request(ResultSet row) throws SQLException {
        return new OrderRequest(
                row.getString("number"),
                row.getString("schedule_id"),
                row.getString("department_code"),
                row.getObject("visit_date", LocalDate.class),
                Session.of(row.getString("session")),
                row.getBigDecimal("fee"),
                patient(row));
    }

    private Patient patient(ResultSet row) throws SQLException {
        return new Patient(
                row.getString("patient_name"),
                row.getString("certificate_type"),
                cipher.decrypt(CERTIFICATE, row.getString("certificate_number")),
                Sex.valueOf(row.getString("sex")),
                row.getObject("birth_date", LocalDate.class),
                row.getString("phone"),
                row.getBoolean("insured"),
                row.getString("card_number"));
    }
}
