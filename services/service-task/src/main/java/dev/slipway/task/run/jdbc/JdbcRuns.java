package dev.slipway.task.run.jdbc;

import dev.slipway.task.run.Run;
import dev.slipway.task.run.Runs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRuns implements Runs {
    private final JdbcClient jdbc;

    JdbcRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Run run) {
        jdbc.sql("""
                        INSERT INTO task_run (id, task, scheduled_for, requested_by, created_at, updated_at)
                        VALUES (:id, :task, :scheduledFor, :requestedBy, :startedAt, :startedAt)""")
                .param("id", run.id())
                .param("task", run.task())
                .param("scheduledFor", utc(run.scheduledFor()))
                .param("requestedBy", run.requestedBy())
                .param("startedAt", utc(run.startedAt()))
                .update();
    }

    @Override
    public Optional<Run> latest(String task) {
        return jdbc.sql("""
                        SELECT id, task, scheduled_for, requested_by, created_at FROM task_run
                        WHERE task = :task ORDER BY created_at DESC LIMIT 1""").param("task", task).query(JdbcRuns::run).optional();
    }

    @Override
    public int forget(Instant before, int limit) {
        return jdbc.sql("DELETE FROM task_run WHERE created_at < :before LIMIT :limit")
                .param("before", utc(before))
                .param("limit", limit)
                .update();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getString("id"),
                row.getString("task"),
                instant(row, "scheduled_for"),
                instant(row, "created_at"),
                row.getString("requested_by"));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
