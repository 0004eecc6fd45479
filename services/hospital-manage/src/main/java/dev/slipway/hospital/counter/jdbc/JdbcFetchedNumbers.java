package dev.slipway.hospital.counter.jdbc;

import dev.slipway.hospital.counter.FetchedNumbers;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFetchedNumbers implements FetchedNumbers {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcFetchedNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The order's row is locked meanwhile: a session that is cancelled at once waits, and then sees the row. */
    @Override
    public boolean store(String hospitalCode, String number) {
        return jdbc.sql("""
                        INSERT INTO fetched_number (hospital_code, number, created_at, updated_at)
                        SELECT hospital_code, number, :now, :now FROM appointment_order
                        WHERE hospital_code = :code AND number = :number AND status = 'paid'
                        ON DUPLICATE KEY UPDATE updated_at = :now""")
                        .param("now", Utc.of(clock.instant()))
                        .param("code", hospitalCode)
                        .param("number", number)
                        .update()
                > 0;
    }

    @Override
    public void settled(String hospitalCode, String number) {
        jdbc.sql("DELETE FROM fetched_number WHERE hospital_code = :code AND number = :number")
                .param("code", hospitalCode)
                .param("number", number)
                .update();
    }

    @Override
    public List<Stored> stored(int most) {
        return jdbc.sql("SELECT hospital_code, number FROM fetched_number ORDER BY updated_at LIMIT :most")
                .param("most", most)
                .query((row, index) -> new Stored(row.getString("hospital_code"), row.getString("number")))
                .list();
    }

    @Override
    public Set<String> of(String hospitalCode) {
        return new HashSet<>(jdbc.sql("SELECT number FROM fetched_number WHERE hospital_code = :code")
                .param("code", hospitalCode)
                .query(String.class)
                .list());
    }
}
