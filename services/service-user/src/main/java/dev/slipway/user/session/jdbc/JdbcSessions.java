package dev.slipway.user.session.jdbc;

import dev.slipway.user.session.EndReason;
import dev.slipway.user.session.Owner;
import dev.slipway.user.session.Session;
import dev.slipway.user.session.Sessions;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSessions implements Sessions {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(Session session) {
        jdbc.sql("""
                        INSERT INTO session (id, owner_id, owner_kind, expires_at, created_at, updated_at)
                        VALUES (:id, :owner, :kind, :expires, :started, :started)""")
                .param("id", session.id())
                .param("owner", session.owner().id())
                .param("kind", session.owner().kind().name())
                .param("expires", Utc.of(session.expiresAt()))
                .param("started", Utc.of(session.startedAt()))
                .update();
    }

    @Override
    public Optional<Session> alive(String id, Instant now) {
        return jdbc.sql("""
                        SELECT id, owner_id, owner_kind, expires_at, created_at FROM session
                        WHERE id = :id AND ended_at IS NULL AND expires_at > :now FOR UPDATE""")
                .param("id", id)
                .param("now", Utc.of(now))
                .query((row, number) -> new Session(
                        row.getString("id"),
                        new Owner(row.getString("owner_id"), Owner.Kind.valueOf(row.getString("owner_kind"))),
                        Utc.read(row, "created_at"),
                        Utc.read(row, "expires_at")))
                .optional();
    }

    @Override
    public void prolong(String id, Instant expiresAt) {
        jdbc.sql("UPDATE session SET expires_at = :expires, updated_at = :now WHERE id = :id")
                .param("expires", Utc.of(expiresAt))
                .param("now", Utc.of(clock.instant()))
                .param("id", id)
                .update();
    }

    @Override
    public boolean end(String id, String ownerId, EndReason reason) {
        return jdbc.sql("""
                        UPDATE session SET ended_at = :now, end_reason = :reason, updated_at = :now
                        WHERE id = :id AND owner_id = :owner AND ended_at IS NULL""")
                        .param("now", Utc.of(clock.instant()))
                        .param("reason", reason.name())
                        .param("id", id)
                        .param("owner", ownerId)
                        .update()
                == 1;
    }

    @Override
    public List<String> endAllOf(String ownerId, EndReason reason) {
        Instant now = clock.instant();
        List<String> alive = jdbc.sql("""
                        SELECT id FROM session WHERE owner_id = :owner AND ended_at IS NULL AND expires_at > :now
                        FOR UPDATE""")
                .param("owner", ownerId)
                .param("now", Utc.of(now))
                .query(String.class)
                .list();
        alive.forEach(id -> end(id, ownerId, reason));
        return alive;
    }
}
