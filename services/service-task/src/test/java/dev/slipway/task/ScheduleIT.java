package dev.slipway.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.test.Middleware;
import dev.slipway.test.Mysql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** When runs are triggered, by how many instances and through which failures. */
class ScheduleIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String NEVER = "0 0 0 1 1 *";
    private static final String[] EACH_SECOND = schedules("* * * * * *");

    private final Mysql.Database database = Middleware.mysql().createDatabase();

    @TempDir
    Path folder;

    /** One task at this cron expression, the others as good as never. */
    private static String[] schedules(String cron) {
        return new String[] {
            "--slipway.task.schedules.remind-visits=" + cron,
            "--slipway.task.schedules.expire-appointments=" + NEVER,
            "--slipway.task.schedules.reconcile-requests=" + NEVER,
            "--slipway.task.schedules.reconcile-payments=" + NEVER
        };
    }

    @Test
    void ofThreeInstancesOneTriggersEachTime() {
        try (Instance one = Instance.start(database, EACH_SECOND);
                Instance two = Instance.start(database, EACH_SECOND);
                Instance three = Instance.start(database, EACH_SECOND)) {
            JdbcClient jdbc = one.jdbc();
            int before = runs(jdbc).size();
            await().atMost(LONG_ENOUGH).until(() -> runs(jdbc).size() >= before + 8);
            assertThat(two.uri()).isNotEqualTo(three.uri());
            assertThat(runs(jdbc)).doesNotHaveDuplicates();
            assertThat(jdbc.sql("""
                            SELECT COUNT(*) FROM task_run
                            JOIN outbox ON outbox.event_id = task_run.id AND outbox.type = 'task.remind-visits'""").query(Integer.class).single()).isGreaterThanOrEqualTo(before + 8);
        }
    }

    @Test
    void whatAKilledInstanceHeldIsTriggeredByAnotherAndOnce() throws Exception {
        Instance.start(database, schedules(NEVER)).close();
        JdbcClient jdbc = jdbc();
        LocalDateTime held;
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            // The holder gets as far as the run's record and waits there.
            statement.execute("LOCK TABLES task_run WRITE");
            Process holder =
                    Instance.startProcess(database, folder.resolve("holder.log").toFile(), EACH_SECOND);
            try {
                await().atMost(LONG_ENOUGH).until(() -> !holder.isAlive() || picked(jdbc));
                assertThat(holder.isAlive()).isTrue();
                held = due(jdbc);
            } finally {
                holder.destroyForcibly().waitFor();
            }
        }
        assertThat(picked(jdbc)).as("the dead holder has it").isTrue();
        try (Instance other = Instance.start(database, EACH_SECOND)) {
            await().atMost(LONG_ENOUGH).until(() -> runs(other.jdbc()).size() >= 3);
            assertThat(runs(other.jdbc())).contains(held).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWasMissedIsMadeUpForOnce() throws Exception {
        Instance.start(database, schedules(NEVER)).close();
        JdbcClient jdbc = jdbc();
        LocalDateTime missed = LocalDateTime.now(ZoneOffset.UTC).minusDays(3).truncatedTo(ChronoUnit.SECONDS);
        jdbc.sql("UPDATE scheduled_tasks SET execution_time = ? WHERE task_name = 'remind-visits'")
                .param(missed)
                .update();
        try (Instance instance = Instance.start(database, schedules("0 0 18 * * *"))) {
            await().atMost(LONG_ENOUGH).until(() -> due(jdbc).isAfter(missed));
            assertThat(runs(instance.jdbc())).containsExactly(missed);
            assertThat(due(jdbc)).isAfter(LocalDateTime.now(ZoneOffset.UTC));
            assertThat(due(jdbc).toLocalTime()).as("18:00 in Shanghai").isEqualTo(LocalTime.of(10, 0));
        }
    }

    private static boolean picked(JdbcClient jdbc) {
        return jdbc.sql("SELECT picked FROM scheduled_tasks WHERE task_name = 'remind-visits'")
                .query(Boolean.class)
                .single();
    }

    private static LocalDateTime due(JdbcClient jdbc) {
        return jdbc.sql("SELECT execution_time FROM scheduled_tasks WHERE task_name = 'remind-visits'")
                .query(LocalDateTime.class)
                .single();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(
                database.url(), database.login().user(), database.login().password()));
    }

    private Connection connection() throws Exception {
        return DriverManager.getConnection(
                database.url(), database.login().user(), database.login().password());
    }

    private static List<LocalDateTime> runs(JdbcClient jdbc) {
        return jdbc.sql("SELECT scheduled_for FROM task_run WHERE task = 'remind-visits' ORDER BY scheduled_for")
                .query(LocalDateTime.class)
                .list();
    }
}
