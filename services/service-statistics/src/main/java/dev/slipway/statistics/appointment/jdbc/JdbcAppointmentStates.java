package dev.slipway.statistics.appointment.jdbc;

import dev.slipway.statistics.appointment.AppointmentState;
import dev.slipway.statistics.appointment.AppointmentStates;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcAppointmentStates implements AppointmentStates {
    /** Assigned from left to right: version and updated_at are last because the others ask for their old values. */
    private static final String LEARN = """
            INSERT INTO appointment_state
                (number, hospital_code, visit_date, active, version, created_at, updated_at)
            VALUES (:number, :hospital, :date, :active, :version, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE
                hospital_code = IF(version <= VALUES(version) OR updated_at < :since, VALUES(hospital_code), hospital_code),
                visit_date = IF(version <= VALUES(version) OR updated_at < :since, VALUES(visit_date), visit_date),
                active = IF(version <= VALUES(version) OR updated_at < :since, VALUES(active), active),
                version = IF(version <= VALUES(version) OR updated_at < :since, VALUES(version), version),
                updated_at = VALUES(updated_at)""";

    private static final LocalDateTime BY_VERSION_ALONE = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final NamedParameterJdbcTemplate jdbc;

    JdbcAppointmentStates(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void learn(AppointmentState state) {
        jdbc.update(LEARN, parameters(state, BY_VERSION_ALONE));
    }

    @Override
    public LocalDateTime now() {
        return single("SELECT UTC_TIMESTAMP(6)", LocalDateTime.class);
    }

    @Override
    @Transactional
    public void learnFromOwner(List<AppointmentState> states, LocalDateTime since) {
        jdbc.batchUpdate(
                LEARN, states.stream().map(state -> parameters(state, since)).toArray(SqlParameterSource[]::new));
    }

    @Override
    public int forgetUnheard(LocalDateTime since, int limit) {
        return jdbc.update(
                "DELETE FROM appointment_state WHERE updated_at < :since LIMIT :limit",
                Map.of("since", since, "limit", limit));
    }

    @Override
    public Map<LocalDate, Long> count(@Nullable String hospitalCode, LocalDate from, LocalDate to) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("from", from).addValue("to", to);
        String hospital = "";
        if (hospitalCode != null) {
            hospital = "AND hospital_code = :hospital ";
            parameters.addValue("hospital", hospitalCode);
        }
        Map<LocalDate, Long> counts = new HashMap<>();
        jdbc.query(
                "SELECT visit_date, COUNT(*) AS appointments FROM appointment_state "
                        + "WHERE active = TRUE AND visit_date BETWEEN :from AND :to " + hospital
                        + "GROUP BY visit_date",
                parameters,
                row -> {
                    counts.put(row.getObject("visit_date", LocalDate.class), row.getLong("appointments"));
                });
        return counts;
    }

    private <T> T single(String sql, Class<T> type) {
        T value = jdbc.queryForObject(sql, Map.of(), type);
        if (value == null) {
            throw new IllegalStateException("No answer to " + sql);
        }
        return value;
    }

    private static SqlParameterSource parameters(AppointmentState state, LocalDateTime since) {
        return new MapSqlParameterSource("number", state.number())
                .addValue("hospital", state.hospitalCode())
                .addValue("date", state.visitDate())
                .addValue("active", state.active())
                .addValue("version", state.version())
                .addValue("since", since);
    }
}
