package dev.slipway.platform.verify.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** One schema, read in one transaction: all of it as it was when the first row was read. */
record Schema(Connection connection) implements AutoCloseable {
    private static final String PREFIX = "slipway_";
    private static final int ROWS_AT_ONCE = 1_000;

    /** Makes something of the row that the result stands on. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    static Schema open(Stores stores, String name) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", PREFIX + name);
        properties.setProperty(
                "password", Objects.requireNonNull(stores.schemas().get(name)));
        properties.setProperty("connectTimeout", "2000");
        properties.setProperty("socketTimeout", "30000");
        properties.setProperty("sslMode", "DISABLED");
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty("connectionTimeZone", "UTC");
        Connection connection = DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + stores.mysql() + "/" + PREFIX + name, properties);
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return new Schema(connection);
        } catch (SQLException unusable) {
            connection.close();
            throw unusable;
        }
    }

    <T> List<T> all(String sql, Reading<T> reading) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery(sql)) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reading.of(rows));
                }
                return all;
            }
        }
    }

    /** Times are stored without a zone, in UTC. */
    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
