package dev.slipway.order.notice.jdbc;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.notice.HospitalNotice;
import dev.slipway.order.notice.HospitalNotices;
import dev.slipway.order.notice.NoticeKind;
import dev.slipway.web.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHospitalNotices implements HospitalNotices {
    private static final String COLUMNS = "SELECT number, kind, schedule_id, attempts FROM hospital_notice";
    private static final int LONGEST_OUTCOME = 300;
    private static final String GIVEN_UP = "given up: ";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcHospitalNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(AppointmentNumber number, NoticeKind kind, String scheduleId, Instant now) {
        if (kind == NoticeKind.CANCELLED) {
            close(new HospitalNotice(number, NoticeKind.PAID, scheduleId, 0), "overtaken by the cancellation");
        }
        jdbc.sql("""
            INSERT INTO hospital_notice (number, kind, schedule_id, attempts, next_attempt_at, created_at,
              updated_at)
            VALUES (:number, :kind, :schedule, 0, :now, :now, :now)\
            """)
                .param("number", number.value())
                .param("kind", kind.name())
                .param("schedule", scheduleId)
                .param("now", Utc.of(now))
                .update();
    }

    @Override
    public List<HospitalNotice> due(Instant now, int most) {
        return jdbc.sql(COLUMNS + " WHERE next_attempt_at <= ? ORDER BY next_attempt_at LIMIT ?")
                .params(Utc.of(now), most)
                .query(JdbcHospitalNotices::notice)
                .list();
    }

    @Override
    public List<HospitalNotice> open(AppointmentNumber number) {
        return jdbc.sql(COLUMNS + " WHERE number = ? AND next_attempt_at IS NOT NULL")
                .param(number.value())
                .query(JdbcHospitalNotices::notice)
                .list();
    }

    @Override
    public List<Untold> untold(AppointmentNumber number) {
        return jdbc.sql("""
            SELECT kind, attempts, outcome FROM hospital_notice
            WHERE number = ? AND (next_attempt_at IS NOT NULL OR outcome LIKE ?)\
            """)
                .params(number.value(), GIVEN_UP + "%")
                .query((row, index) -> new Untold(
                        NoticeKind.valueOf(row.getString("kind")), row.getInt("attempts"), row.getString("outcome")))
                .list();
    }

    @Override
    public List<HospitalNotice> openCancellations(String scheduleId, int attemptsBelow) {
        return jdbc.sql(COLUMNS + """
             WHERE schedule_id = ? AND next_attempt_at IS NOT NULL AND kind = 'CANCELLED' AND attempts < ?
            ORDER BY next_attempt_at LIMIT 20\
            """)
                .params(scheduleId, attemptsBelow)
                .query(JdbcHospitalNotices::notice)
                .list();
    }

    @Override
    public void attempt(HospitalNotice notice, Instant next) {
        jdbc.sql("""
            UPDATE hospital_notice SET next_attempt_at = ?, updated_at = ?
            WHERE number = ? AND kind = ? AND next_attempt_at IS NOT NULL\
            """)
                .params(
                        Utc.of(next),
                        Utc.of(clock.instant()),
                        notice.number().value(),
                        notice.kind().name())
                .update();
    }

    @Override
    public void failed(HospitalNotice notice) {
        jdbc.sql("UPDATE hospital_notice SET attempts = attempts + 1 WHERE number = ? AND kind = ? AND attempts = ?")
                .params(notice.number().value(), notice.kind().name(), notice.attempts())
                .update();
    }

    @Override
    public void close(HospitalNotice notice, String outcome) {
        jdbc.sql("""
            UPDATE hospital_notice SET next_attempt_at = NULL, outcome = ?, updated_at = ?
            WHERE number = ? AND kind = ? AND next_attempt_at IS NOT NULL\
            """)
                .params(
                        outcome.substring(0, Math.min(outcome.length(), LONGEST_OUTCOME)),
                        Utc.of(clock.instant()),
                        notice.number().value(),
                        notice.kind().name())
                .update();
    }

    @Override
    public void giveUp(HospitalNotice notice, String why) {
        close(notice, GIVEN_UP + why);
    }

    private static HospitalNotice notice(ResultSet row, int index) throws SQLException {
        return new HospitalNotice(
                new AppointmentNumber(row.getString("number")),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("schedule_id"),
                row.getInt("attempts"));
    }
}
