package dev.slipway.hospital.clerk.jdbc;

import dev.slipway.hospital.clerk.Clerk;
import dev.slipway.hospital.clerk.Clerks;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClerks implements Clerks {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcClerks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Clerk> named(String username) {
        return jdbc.sql("SELECT username, password_hash FROM clerk WHERE username = :username")
                .param("username", username)
                .query((row, number) -> new Clerk(row.getString("username"), row.getString("password_hash")))
                .optional();
    }

    @Override
    public void add(Clerk clerk) {
        try {
            jdbc.sql("""
                            INSERT INTO clerk (username, password_hash, created_at, updated_at)
                            VALUES (:username, :hash, :now, :now)""")
                    .param("username", clerk.username())
                    .param("hash", clerk.passwordHash())
                    .param("now", Utc.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException madeByAnotherInstance) {
            // It was made from the same secret.
        }
    }
}
