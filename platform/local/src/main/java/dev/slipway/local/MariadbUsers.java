package dev.slipway.local;

import java.util.Map;
import java.util.TreeMap;

/** The statements, one a line as an init file needs them, that make the users what they should be. */
record MariadbUsers(String rootPassword, Map<String, String> schemas) {

    String statements() {
        StringBuilder sql = new StringBuilder();
        line(sql, "DELETE FROM mysql.global_priv WHERE User = ''");
        line(sql, "FLUSH PRIVILEGES");
        // Through the socket and through TCP, which names are not resolved for.
        for (String host : new String[] {"localhost", "127.0.0.1"}) {
            user(sql, "root", host, rootPassword);
            line(sql, "GRANT ALL ON *.* TO 'root'@'" + host + "' WITH GRANT OPTION");
        }
        new TreeMap<>(schemas).forEach((schema, password) -> {
            String identifier = "`" + schema.replace("`", "``") + "`";
            line(sql, "CREATE DATABASE IF NOT EXISTS " + identifier);
            user(sql, schema, "127.0.0.1", password);
            // An underscore in the schema of a grant stands for any character unless escaped.
            line(sql, "GRANT ALL ON " + identifier.replace("_", "\\_") + ".* TO " + quoted(schema) + "@'127.0.0.1'");
        });
        return sql.toString();
    }

    private static void user(StringBuilder sql, String name, String host, String password) {
        String user = quoted(name) + "@'" + host + "' IDENTIFIED BY " + quoted(password);
        line(sql, "CREATE USER IF NOT EXISTS " + user);
        line(sql, "ALTER USER " + user);
    }

    private static String quoted(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a control character in a user name or password");
        }
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static void line(StringBuilder sql, String statement) {
        sql.append(statement).append(";\n");
    }

    @Override
    public String toString() {
        return "MariadbUsers" + schemas.keySet();
    }
}
