package dev.slipway.order.slot.jdbc;

import dev.slipway.order.slot.Slot;
import dev.slipway.order.slot.SlotTaken;
import dev.slipway.order.slot.Slots;
import dev.slipway.web.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSlots implements Slots {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSlots(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Slot> find(String scheduleId) {
        return jdbc.sql("SELECT * FROM schedule_slot WHERE schedule_id = ?")
                .param(scheduleId)
                .query(JdbcSlots::slot)
                .optional();
    }

    /**
     * The assignment of schedule_version is last: those before it still see the old one. A total that is lowered below
     * what is taken leaves a mark, so that the count is not mistaken for one that was oversold.
     */
    @Override
    public void learn(String scheduleId, String hospitalCode, int total, long version) {
        LocalDateTime now = Utc.of(clock.instant());
        jdbc.sql("""
            INSERT INTO schedule_slot (schedule_id, hospital_code, total, active, revision,
              schedule_version, withdrawn, created_at, updated_at)
            VALUES (:schedule, :hospital, :total, 0, 0, :version, FALSE, :now, :now)
            ON DUPLICATE KEY UPDATE
              kept = IF(VALUES(schedule_version) > schedule_version, IF(VALUES(total) < active, active, 0), kept),
              total = IF(VALUES(schedule_version) > schedule_version, VALUES(total), total),
              updated_at = IF(VALUES(schedule_version) > schedule_version, VALUES(updated_at), updated_at),
              schedule_version = GREATEST(schedule_version, VALUES(schedule_version))\
            """)
                .param("schedule", scheduleId)
                .param("hospital", hospitalCode)
                .param("total", total)
                .param("version", version)
                .param("now", now)
                .update();
    }

    @Override
    public Slot reserve(String scheduleId) {
        int reserved = jdbc.sql("""
            UPDATE schedule_slot SET active = active + 1, revision = revision + 1, updated_at = ?
            WHERE schedule_id = ? AND active < total AND NOT withdrawn\
            """).params(Utc.of(clock.instant()), scheduleId).update();
        if (reserved == 0) {
            throw new SlotTaken();
        }
        return own(scheduleId);
    }

    @Override
    public Slot release(String scheduleId) {
        int released = jdbc.sql("""
            UPDATE schedule_slot SET active = active - 1, kept = LEAST(kept, active), revision = revision + 1,
              updated_at = ?
            WHERE schedule_id = ?\
            """).params(Utc.of(clock.instant()), scheduleId).update();
        if (released != 1) {
            throw new IllegalStateException("The schedule " + scheduleId + " has no count");
        }
        return own(scheduleId);
    }

    @Override
    public boolean withdraw(String scheduleId, boolean withdrawn, long version) {
        return jdbc.sql("""
            UPDATE schedule_slot SET withdrawn = ?, updated_at = ?
            WHERE schedule_id = ? AND schedule_version <= ?\
            """)
                        .params(withdrawn, Utc.of(clock.instant()), scheduleId, version)
                        .update()
                == 1;
    }

    /** What this transaction has just written, whatever its snapshot. */
    private Slot own(String scheduleId) {
        return find(scheduleId).orElseThrow();
    }

    private static Slot slot(ResultSet row, int number) throws SQLException {
        return new Slot(
                row.getString("schedule_id"),
                row.getString("hospital_code"),
                row.getInt("total"),
                row.getInt("active"),
                row.getLong("revision"),
                row.getLong("schedule_version"),
                row.getBoolean("withdrawn"));
    }
}
