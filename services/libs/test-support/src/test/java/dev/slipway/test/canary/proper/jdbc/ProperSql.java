package dev.slipway.test.canary.proper.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the rules. */
public final class ProperSql {

    private final JdbcClient jdbc;

    public ProperSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void delete() {
        jdbc.sql("DELETE FROM canary").update();
    }
}
