package dev.slipway.order.statistics.jdbc;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.appointment.AppointmentStatus;
import dev.slipway.order.statistics.AppointmentState;
import dev.slipway.order.statistics.AppointmentStatistics;
import dev.slipway.order.statistics.DailyCount;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAppointmentStatistics implements AppointmentStatistics {
    private final JdbcClient jdbc;

    JdbcAppointmentStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DailyCount> counts(LocalDate from, LocalDate to, @Nullable String hospitalCode) {
        return jdbc.sql("""
            SELECT hospital_code, visit_date, COUNT(*) AS held FROM appointment
            WHERE visit_date BETWEEN :from AND :to AND (:hospital IS NULL OR hospital_code = :hospital)
              AND status IN ('CONFIRMED', 'PAID', 'FETCHED')
            GROUP BY hospital_code, visit_date ORDER BY visit_date, hospital_code\
            """)
                .param("from", from)
                .param("to", to)
                .param("hospital", hospitalCode)
                .query((row, index) -> new DailyCount(
                        row.getString("hospital_code"),
                        row.getObject("visit_date", LocalDate.class),
                        row.getLong("held")))
                .list();
    }

    @Override
    public List<AppointmentState> states(@Nullable AppointmentNumber after, int most) {
        return jdbc.sql("""
            SELECT number, hospital_code, visit_date, status, version FROM appointment
            WHERE number > ? ORDER BY number LIMIT ?\
            """)
                .params(after == null ? "" : after.value(), most)
                .query((row, index) -> new AppointmentState(
                        row.getString("number"),
                        row.getString("hospital_code"),
                        row.getObject("visit_date", LocalDate.class),
                        AppointmentStatus.valueOf(row.getString("status")),
                        row.getInt("version")))
                .list();
    }
}
