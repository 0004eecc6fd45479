package dev.slipway.hospital.schedule.jdbc;

import dev.slipway.hospital.platform.jdbc.UploadColumns;
import dev.slipway.hospital.schedule.Schedule;
import dev.slipway.hospital.schedule.ScheduleDetails;
import dev.slipway.hospital.schedule.ScheduleStatus;
import dev.slipway.hospital.schedule.Schedules;
import dev.slipway.hospital.schedule.Session;
import dev.slipway.web.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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
class JdbcSchedules implements Schedules {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSchedules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Schedule> find(String hospitalCode, String id) {
        return jdbc.sql("SELECT * FROM schedule WHERE hospital_code = :code AND id = :id")
                .param("code", hospitalCode)
                .param("id", id)
                .query(JdbcSchedules::schedule)
                .optional();
    }

    @Override
    public List<Schedule> on(String hospitalCode, LocalDate date) {
        return jdbc.sql("""
                        SELECT * FROM schedule WHERE hospital_code = :code AND work_date = :date
                        ORDER BY department_code, session, doctor, id""")
                .param("code", hospitalCode)
                .param("date", date)
                .query(JdbcSchedules::schedule)
                .list();
    }

    @Override
    public List<Schedule> pending(String hospitalCode, int most) {
        return jdbc.sql("""
                        SELECT * FROM schedule WHERE hospital_code = :code AND revision > uploaded_revision
                          AND (status <> 'cancelled' OR upload_result IS NULL OR upload_result <> 'rejected')
                        ORDER BY work_date, id LIMIT :most""")
                .param("code", hospitalCode)
                .param("most", most)
                .query(JdbcSchedules::schedule)
                .list();
    }

    private static Schedule schedule(ResultSet row, int number) throws SQLException {
        return new Schedule(
                row.getString("id"),
                new ScheduleDetails(
                        row.getString("department_code"),
                        row.getString("title"),
                        row.getString("doctor"),
                        row.getString("skill"),
                        row.getObject("work_date", LocalDate.class),
                        Session.of(row.getString("session")),
                        row.getBigDecimal("fee"),
                        row.getInt("total")),
                ScheduleStatus.of(row.getString("status")),
                row.getInt("taken"),
                UploadColumns.read(row));
    }

    @Override
    public boolean add(String hospitalCode, String id, ScheduleDetails details) {
        try {
            return jdbc.sql("""
                                    INSERT INTO schedule (hospital_code, id, department_code, title, doctor, skill,
                                      work_date, session, fee, status, total, taken, issued, revision,
                                      uploaded_revision, created_at, updated_at)
                                    VALUES (:code, :id, :department, :title, :doctor, :skill, :date, :session, :fee,
                                      'open', :total, 0, 0, 1, 0, :now, :now)""").params(columns(hospitalCode, id, details)).update() == 1;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public boolean replace(String hospitalCode, String id, ScheduleDetails details, ScheduleStatus status) {
        Map<String, Object> columns = columns(hospitalCode, id, details);
        columns.put("status", status.word());
        return jdbc.sql("""
                        UPDATE schedule SET department_code = :department, title = :title, doctor = :doctor,
                          skill = :skill, work_date = :date, session = :session, fee = :fee, status = :status,
                          total = :total, revision = revision + 1, updated_at = :now
                        WHERE hospital_code = :code AND id = :id AND status <> 'cancelled'
                          AND (taken = 0
                            OR (department_code = :department AND work_date = :date AND session = :session))""").params(columns).update() == 1;
    }

    private Map<String, Object> columns(String hospitalCode, String id, ScheduleDetails details) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("code", hospitalCode);
        columns.put("id", id);
        columns.put("department", details.departmentCode());
        columns.put("title", details.title());
        columns.put("doctor", details.doctor());
        columns.put("skill", details.skill());
        columns.put("date", details.workDate());
        columns.put("session", details.session().word());
        columns.put("fee", details.fee());
        columns.put("total", details.total());
        columns.put("now", Utc.of(clock.instant()));
        return columns;
    }

    @Override
    public boolean cancel(String hospitalCode, String id) {
        return jdbc.sql("""
                        UPDATE schedule SET status = 'cancelled', revision = revision + 1, upload_result = NULL,
                          upload_reason = NULL, updated_at = :now
                        WHERE hospital_code = :code AND id = :id AND status <> 'cancelled'""")
                        .param("now", Utc.of(clock.instant()))
                        .param("code", hospitalCode)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public void uploaded(String hospitalCode, String id, int revision, String result, @Nullable String reason) {
        jdbc.sql("""
                        UPDATE schedule SET uploaded_revision = GREATEST(uploaded_revision, :revision),
                          upload_result = :result, upload_reason = :reason, updated_at = :now
                        WHERE hospital_code = :code AND id = :id""")
                .param("revision", revision)
                .param("result", result)
                .param("reason", reason)
                .param("now", Utc.of(clock.instant()))
                .param("code", hospitalCode)
                .param("id", id)
                .update();
    }

    @Override
    public List<String> hospitalsWithUntoldCancellations() {
        return jdbc.sql("""
                        SELECT DISTINCT hospital_code FROM schedule
                        WHERE status = 'cancelled' AND revision > uploaded_revision""").query(String.class).list();
    }

    @Override
    public List<Schedule> untoldCancellations(String hospitalCode, Instant rejectedBefore, int most) {
        return jdbc.sql("""
                        SELECT * FROM schedule
                        WHERE hospital_code = :code AND status = 'cancelled' AND revision > uploaded_revision
                          AND (upload_result IS NULL OR upload_result <> 'rejected' OR updated_at <= :before)
                        ORDER BY updated_at, id LIMIT :most""")
                .param("code", hospitalCode)
                .param("before", Utc.of(rejectedBefore))
                .param("most", most)
                .query(JdbcSchedules::schedule)
                .list();
    }
}
