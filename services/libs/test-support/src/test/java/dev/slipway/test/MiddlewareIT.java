package dev.slipway.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Each server starts, refuses strangers and keeps its data when it is killed. */
class MiddlewareIT {
    @Test
    void keepsTablesOverAKill() throws Exception {
        Mysql.Database database = Middleware.mysql().createDatabase();
        try (Connection connection = connect(database, database.login().password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id INT PRIMARY KEY)");
            statement.execute("INSERT INTO kept VALUES (1)");
        }
        Middleware.mysql().server().kill();
        Middleware.mysql().server().start();
        try (Connection connection = connect(database, database.login().password());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT id FROM kept").next()).isTrue();
        }
    }

    @Test
    void refusesAWrongDatabasePassword() {
        Mysql.Database database = Middleware.mysql().createDatabase();
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect(database, "wrong"))
                .withMessageContaining("Access denied");
    }

    /** Nacos takes long, and is started so where the libraries follow it. */
    @Test
    void startsTheOthers() {
        assertThat(Middleware.redis().server().port()).isPositive();
        assertThat(Middleware.rabbitmq().server().port()).isPositive();
    }

    private static Connection connect(Mysql.Database database, String password) throws SQLException {
        return DriverManager.getConnection(database.url(), database.login().user(), password);
    }
}
