package dev.slipway.hospital.schedule.jdbc;

import dev.slipway.hospital.schedule.Ledger;
import dev.slipway.hospital.schedule.Schedule;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcLedger implements Ledger {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public OptionalInt take(String hospitalCode, Schedule read) {
        int taken = jdbc.sql("""
                        UPDATE schedule SET taken = taken + 1, issued = issued + 1, updated_at = :now
                        WHERE hospital_code = :code AND id = :id AND status = 'open' AND taken < total
                          AND department_code = :department AND work_date = :date AND session = :session
                          AND fee = :fee""")
                .param("now", Utc.of(clock.instant()))
                .param("code", hospitalCode)
                .param("id", read.id())
                .param("department", read.details().departmentCode())
                .param("date", read.details().workDate())
                .param("session", read.details().session().word())
                .param("fee", read.details().fee())
                .update();
        return taken == 0 ? OptionalInt.empty() : OptionalInt.of(issued(hospitalCode, read.id()));
    }

    /** The row is this transaction's until it ends, so nobody else reads the same count. */
    private int issued(String hospitalCode, String scheduleId) {
        return jdbc.sql("SELECT issued FROM schedule WHERE hospital_code = :code AND id = :id")
                .param("code", hospitalCode)
                .param("id", scheduleId)
                .query(Integer.class)
                .single();
    }

    @Override
    public void giveBack(String hospitalCode, String scheduleId) {
        giveAllBack(hospitalCode, scheduleId, 1);
    }

    @Override
    public void giveAllBack(String hospitalCode, String scheduleId, int count) {
        jdbc.sql("""
                        UPDATE schedule SET taken = taken - :count, updated_at = :now
                        WHERE hospital_code = :code AND id = :id""")
                .param("count", count)
                .param("now", Utc.of(clock.instant()))
                .param("code", hospitalCode)
                .param("id", scheduleId)
                .update();
    }
}
