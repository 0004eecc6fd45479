package dev.slipway.cmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What a service leaves that is stopped while it makes its schema. */
class MigrationCutOffIT {
    @Test
    void theNextStartGoesOn() throws SQLException {
        Store store = Store.embedded();
        Instance.start(store).close();
        try (Connection connection = DriverManager.getConnection(store.url(), store.user(), store.password());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE dictionary_generation");
            statement.execute("UPDATE flyway_schema_history SET success = FALSE WHERE version = '1'");
        }
        try (Instance again = Instance.start(store)) {
            assertThat(again.get("/api/dictionaries/province").names()).hasSize(34);
        }
    }
}
