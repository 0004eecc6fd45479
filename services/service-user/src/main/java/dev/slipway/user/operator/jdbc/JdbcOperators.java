package dev.slipway.user.operator.jdbc;

import dev.slipway.user.operator.Operator;
import dev.slipway.user.operator.Operators;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOperators implements Operators {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcOperators(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Operator> find(String id) {
        return by("id", id);
    }

    @Override
    public Optional<Operator> named(String username) {
        return by("username", username);
    }

    private Optional<Operator> by(String column, String value) {
        return jdbc.sql("SELECT id, username, name, password_hash FROM operator WHERE " + column + " = :value")
                .param("value", value)
                .query((row, number) -> new Operator(
                        row.getString("id"),
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("password_hash")))
                .optional();
    }

    @Override
    public void add(Operator operator) {
        try {
            jdbc.sql("""
                            INSERT INTO operator (id, username, name, password_hash, created_at, updated_at)
                            VALUES (:id, :username, :name, :hash, :now, :now)""")
                    .param("id", operator.id())
                    .param("username", operator.username())
                    .param("name", operator.name())
                    .param("hash", operator.passwordHash())
                    .param("now", Utc.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException madeByAnotherInstance) {
            // It was made from the same secret.
        }
    }
}
