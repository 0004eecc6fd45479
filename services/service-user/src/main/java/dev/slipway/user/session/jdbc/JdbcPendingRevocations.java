package dev.slipway.user.session.jdbc;

import dev.slipway.user.session.PendingRevocations;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPendingRevocations implements PendingRevocations {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPendingRevocations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Pending> add(Collection<String> members) {
        return members.stream().map(this::add).toList();
    }

    private Pending add(String member) {
        LocalDateTime now = Utc.of(clock.instant());
        GeneratedKeyHolder number = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO pending_revocation (member, created_at, updated_at) VALUES (:member, :now, :now)")
                .param("member", member)
                .param("now", now)
                .update(number, "id");
        return new Pending(Objects.requireNonNull(number.getKey()).longValue(), member);
    }

    @Override
    public List<Pending> decidedBefore(Instant time, int limit) {
        return jdbc.sql("SELECT id, member FROM pending_revocation WHERE created_at < :time ORDER BY id LIMIT :limit")
                .param("time", Utc.of(time))
                .param("limit", limit)
                .query((row, number) -> new Pending(row.getLong("id"), row.getString("member")))
                .list();
    }

    @Override
    public void remove(Collection<Pending> delivered) {
        jdbc.sql("DELETE FROM pending_revocation WHERE id IN (:ids)")
                .param("ids", delivered.stream().map(Pending::number).toList())
                .update();
    }
}
