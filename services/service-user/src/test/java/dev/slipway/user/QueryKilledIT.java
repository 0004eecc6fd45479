package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.local.Login;
import dev.slipway.security.identity.Caller;
import dev.slipway.test.Middleware;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A database that is told to stop interrupts what it is at, before it closes the connections. */
class QueryKilledIT extends ServiceTest {
    @Test
    void aCallWhoseQueryIsInterruptedMayBeRepeated() throws Exception {
        Caller user = newUser();
        CompletableFuture<Answer> added;
        try (Connection holding = asRoot();
                Connection killing = asRoot()) {
            holding.setAutoCommit(false);
            holding.createStatement().executeQuery("SELECT id FROM account FOR UPDATE");
            added = CompletableFuture.supplyAsync(() -> as(user, "POST", "/api/patients", PatientIT.patient("张三")));
            killing.createStatement().execute("KILL QUERY " + waiting(killing));
            assertThat(added.get().status()).isEqualTo(503);
            holding.rollback();
        }
        assertThat(added.get().text("/code")).isEqualTo("service-unavailable");
        assertThat(as(user, "POST", "/api/patients", PatientIT.patient("张三")).status())
                .isEqualTo(201);
    }

    private static long waiting(Connection connection) {
        AtomicLong thread = new AtomicLong();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT trx_mysql_thread_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")) {
                boolean found = row.next();
                thread.set(found ? row.getLong(1) : 0);
                return found;
            }
        });
        return thread.get();
    }

    private Connection asRoot() throws SQLException {
        Login root = Middleware.mysql().root();
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.datasource.url"), root.user(), root.password());
    }
}
