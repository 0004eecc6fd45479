package dev.slipway.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.local.LocalServer;
import dev.slipway.local.MysqlServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MysqlServerIT extends LocalServerContract {

    @Override
    LocalServer server(Path data, int port, String password) {
        return new MysqlServer(
                data,
                Workplace.binaries(),
                port,
                password,
                Map.of("one_schema", password, "onexschema", "other-password"));
    }

    @Override
    boolean accepts(int port, String password) {
        try (Connection connection = connect(port, "one_schema", password)) {
            return connection.isValid(2);
        } catch (SQLException refused) {
            return false;
        }
    }

    @Override
    void write(int port, String value) throws SQLException {
        try (Connection connection = connect(port, "one_schema", PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE kept (value VARCHAR(20))");
            statement.execute("INSERT INTO kept VALUES ('" + value.replace("'", "''") + "')");
        }
    }

    @Override
    String read(int port) throws SQLException {
        try (Connection connection = connect(port, "one_schema", PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT value FROM kept")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    @Test
    void letsAUserIntoItsOwnSchemaOnly() {
        assertThat(accepts(port(), PASSWORD)).isTrue();
        assertThatThrownBy(() -> connect(port(), "onexschema", PASSWORD, "one_schema"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
    }

    private static Connection connect(int port, String schema, String password) throws SQLException {
        return connect(port, schema, password, schema);
    }

    private static Connection connect(int port, String schema, String password, String user) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?sslMode=DISABLED", user, password);
    }
}
