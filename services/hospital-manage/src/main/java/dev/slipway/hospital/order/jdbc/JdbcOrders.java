package dev.slipway.hospital.order.jdbc;

import dev.slipway.hospital.order.Admission;
import dev.slipway.hospital.order.Order;
import dev.slipway.hospital.order.OrderRequest;
import dev.slipway.hospital.order.OrderStatus;
import dev.slipway.hospital.order.Orders;
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
class JdbcOrders implements Orders {
    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final Clock clock;

    JdbcOrders(JdbcClient jdbc, OrderRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<Order> find(String hospitalCode, String number) {
        return jdbc.sql("SELECT * FROM appointment_order WHERE hospital_code = :code AND number = :number")
                .param("code", hospitalCode)
                .param("number", number)
                .query(rows)
                .optional();
    }

    @Override
    public List<Order> search(String hospitalCode, OrderFilter filter, int most) {
        StringBuilder sql = new StringBuilder("SELECT * FROM appointment_order WHERE hospital_code = :code");
        Map<String, Object> parameters = new HashMap<>(Map.of("code", hospitalCode, "most", most));
        narrow(sql, parameters, "visit_date", filter.visitDate());
        narrow(
                sql,
                parameters,
                "session",
                filter.session() == null ? null : filter.session().word());
        narrow(
                sql,
                parameters,
                "status",
                filter.status() == null ? null : filter.status().word());
        narrow(sql, parameters, "number", filter.number());
        sql.append(" ORDER BY created_at DESC, number LIMIT :most");
        return jdbc.sql(sql.toString()).params(parameters).query(rows).list();
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String column, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(column).append(" = :").append(column);
            parameters.put(column, value);
        }
    }

    @Override
    public void addRefused(String hospitalCode, OrderRequest request, String reason) {
        add(hospitalCode, request, OrderStatus.REJECTED, reason, null);
    }

    @Override
    public void addConfirmed(String hospitalCode, OrderRequest request, String recordId) {
        add(hospitalCode, request, OrderStatus.CONFIRMED, null, recordId);
    }

    private void add(
            String hospitalCode,
            OrderRequest request,
            OrderStatus status,
            @Nullable String reason,
            @Nullable String recordId) {
        Map<String, @Nullable Object> columns = rows.columns(request);
        columns.put("code", hospitalCode);
        columns.put("status", status.word());
        columns.put("reason", reason);
        columns.put("record", recordId);
        columns.put("now", Utc.of(clock.instant()));
        jdbc.sql("""
                        INSERT INTO appointment_order (hospital_code, number, record_id, status, reason, schedule_id,
                          department_code, visit_date, session, fee, patient_name, certificate_type,
                          certificate_number, sex, birth_date, phone, insured, card_number, created_at, updated_at)
                        VALUES (:code, :number, :record, :status, :reason, :schedule, :department, :date, :session,
                          :fee, :name, :type, :certificate, :sex, :birth, :phone, :insured, :card, :now, :now)""").params(columns).update();
    }

    @Override
    public void admit(String hospitalCode, String number, Admission admission) {
        jdbc.sql("""
                        UPDATE appointment_order SET sequence_number = :sequence, fetch_time = :time,
                          fetch_address = :address, updated_at = :now
                        WHERE hospital_code = :code AND number = :number""")
                .param("sequence", admission.sequenceNumber())
                .param("time", admission.fetchTime())
                .param("address", admission.fetchAddress())
                .param("now", Utc.of(clock.instant()))
                .param("code", hospitalCode)
                .param("number", number)
                .update();
    }

    @Override
    public void refuse(String hospitalCode, String number, String reason) {
        jdbc.sql("""
                        UPDATE appointment_order SET status = 'rejected', record_id = NULL, reason = :reason,
                          updated_at = :now
                        WHERE hospital_code = :code AND number = :number""")
                .param("reason", reason)
                .param("now", Utc.of(clock.instant()))
                .param("code", hospitalCode)
                .param("number", number)
                .update();
    }

    @Override
    public void addCancelled(String hospitalCode, String number) {
        jdbc.sql("""
                        INSERT INTO appointment_order (hospital_code, number, status, created_at, updated_at)
                        VALUES (:code, :number, 'cancelled', :now, :now)""")
                .param("code", hospitalCode)
                .param("number", number)
                .param("now", Utc.of(clock.instant()))
                .update();
    }

    @Override
    public boolean change(
            String hospitalCode, String number, OrderStatus from, OrderStatus to, @Nullable String reason) {
        return jdbc.sql("""
                        UPDATE appointment_order SET status = :to, reason = :reason, updated_at = :now
                        WHERE hospital_code = :code AND number = :number AND status = :from""")
                        .param("to", to.word())
                        .param("reason", reason)
                        .param("now", Utc.of(clock.instant()))
                        .param("code", hospitalCode)
                        .param("number", number)
                        .param("from", from.word())
                        .update()
                == 1;
    }

    @Override
    public int cancelAllOf(String hospitalCode, String scheduleId, String reason) {
        return jdbc.sql("""
                        UPDATE appointment_order SET status = 'cancelled', reason = :reason, updated_at = :now
                        WHERE hospital_code = :code AND schedule_id = :schedule AND status IN ('confirmed', 'paid')
                          AND NOT EXISTS (SELECT 1 FROM fetched_number fetched
                            WHERE fetched.hospital_code = appointment_order.hospital_code
                              AND fetched.number = appointment_order.number)""")
                .param("reason", reason)
                .param("now", Utc.of(clock.instant()))
                .param("code", hospitalCode)
                .param("schedule", scheduleId)
                .update();
    }
}
