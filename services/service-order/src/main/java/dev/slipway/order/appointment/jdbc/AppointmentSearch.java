package dev.slipway.order.appointment.jdbc;

import dev.slipway.order.appointment.Appointment;
import dev.slipway.order.appointment.AppointmentFilter;
import dev.slipway.order.appointment.AppointmentStatus;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages of appointments, newest first. */
@Component
class AppointmentSearch {
    private final JdbcClient jdbc;
    private final AppointmentRows rows;

    AppointmentSearch(JdbcClient jdbc, AppointmentRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    Page<Appointment> search(AppointmentFilter filter, PageRequest page) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder(" WHERE 1 = 1");
        AppointmentStatus status = filter.status();
        condition(where, values, "user_id = :user", "user", filter.userId());
        condition(where, values, "patient_id = :patient", "patient", filter.patientId());
        condition(where, values, "hospital_code = :hospital", "hospital", filter.hospitalCode());
        condition(where, values, "department_code = :department", "department", filter.departmentCode());
        condition(where, values, "patient_name = :name", "name", filter.patientName());
        condition(where, values, "number = :number", "number", filter.number());
        condition(where, values, "status = :status", "status", status == null ? null : status.name());
        condition(where, values, "visit_date >= :from", "from", filter.from());
        condition(where, values, "visit_date <= :to", "to", filter.to());
        long total = jdbc.sql("SELECT COUNT(*) FROM appointment" + where)
                .params(values)
                .query(Long.class)
                .single();
        values.put("size", page.size());
        values.put("offset", page.offset());
        return Page.of(
                jdbc.sql("SELECT * FROM appointment" + where
                                + " ORDER BY created_at DESC, number DESC LIMIT :size OFFSET :offset")
                        .params(values)
                        .query(rows)
                        .list(),
                page,
                total);
    }

    /** @param condition a constant of this class, never what a client sent */
    private static void condition(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" AND ").append(condition);
            values.put(name, value);
        }
    }
}
