package dev.slipway.test;

import dev.slipway.local.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A database server with its administrator. */
public record Mysql(Server server, Login root) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A new, empty schema with a user of its own that has rights there and nowhere else. */
    public Database createDatabase() {
        String schema = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        Login login = new Login(schema, Passwords.next());
        // An underscore in the schema of a grant stands for any character unless escaped.
        String granted = schema.replace("_", "\\_");
        try (Connection connection = DriverManager.getConnection(url(""), root.user(), root.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE `" + schema + "` CHARACTER SET utf8mb4");
            statement.execute("CREATE USER '" + schema + "'@'%' IDENTIFIED BY '" + login.password() + "'");
            statement.execute("GRANT ALL ON `" + granted + "`.* TO '" + schema + "'@'%'");
        } catch (SQLException failed) {
            throw new IllegalStateException("no new schema in " + server.address(), failed);
        }
        return new Database(server, schema, login, url(schema));
    }

    private String url(String schema) {
        return "jdbc:mysql://" + server.address() + "/" + schema
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectTimeout=3000";
    }

    /** One schema and its user. */
    public record Database(Server server, String schema, Login login, String url) {}
}
