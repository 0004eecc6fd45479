package dev.slipway.test.canary;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks the rule on SQL. */
public final class SqlCanary {

    private final JdbcClient jdbc;

    public SqlCanary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void delete() {
        jdbc.sql("DELETE FROM canary").update();
    }
}
