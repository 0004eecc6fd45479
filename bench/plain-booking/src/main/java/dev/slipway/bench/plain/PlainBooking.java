package dev.slipway.bench.plain;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.client.RestTemplate;

/**
 * Reads what is available, checks it, calls the hospital inside the transaction, writes back. Wrong on purpose: two who
 * read the same number sell one place twice, and each waits for the hospital with a database connection in hand.
 */
@Service
class PlainBooking {
    private final JdbcTemplate jdbc;
    private final RestTemplate hospital;
    private final String hospitalUrl;

    PlainBooking(JdbcTemplate jdbc, RestTemplate hospital, @Value("${hospital.url}") String hospitalUrl) {
        this.jdbc = jdbc;
        this.hospital = hospital;
        this.hospitalUrl = hospitalUrl;
    }

    /** The appointment's number; empty when nothing was available. */
    @Transactional
    public Optional<String> book(String scheduleId, String patientId) {
        int available = available(scheduleId);
        if (available <= 0) {
            return Optional.empty();
        }
        String number = UUID.randomUUID().toString();
        hospital.postForObject(hospitalUrl + "/orders", Map.of("number", number), String.class);
        jdbc.update(
                "INSERT INTO appointment (number, schedule_id, patient_id, status) VALUES (?, ?, ?, 'CONFIRMED')",
                number,
                scheduleId,
                patientId);
        jdbc.update("UPDATE schedule SET available = ? WHERE id = ?", available - 1, scheduleId);
        return Optional.of(number);
    }

    @Transactional
    public void pay(String number) {
        jdbc.update("UPDATE appointment SET status = 'PAID' WHERE number = ?", number);
        hospital.postForObject(hospitalUrl + "/orders/" + number + "/paid", Map.of(), String.class);
    }

    @Transactional
    public void cancel(String number) {
        String scheduleId = Objects.requireNonNull(
                jdbc.queryForObject("SELECT schedule_id FROM appointment WHERE number = ?", String.class, number));
        int available = available(scheduleId);
        hospital.postForObject(hospitalUrl + "/orders/" + number + "/cancelled", Map.of(), String.class);
        jdbc.update("UPDATE appointment SET status = 'CANCELLED' WHERE number = ?", number);
        jdbc.update("UPDATE schedule SET available = ? WHERE id = ?", available + 1, scheduleId);
    }

    void offer(String scheduleId, int total) {
        jdbc.update("INSERT INTO schedule (id, total, available) VALUES (?, ?, ?)", scheduleId, total, total);
    }

    /** Total, how many appointments hold a place, and when the last was made (milliseconds since 1970). */
    Map<String, Object> sold(String scheduleId) {
        return jdbc.queryForMap(
                "SELECT total, COUNT(number) AS sold, CAST(1000 * UNIX_TIMESTAMP(MAX(sold_at)) AS SIGNED) AS soldAt "
                        + "FROM schedule LEFT JOIN appointment ON schedule_id = id AND status <> 'CANCELLED' "
                        + "WHERE id = ? GROUP BY id, total",
                scheduleId);
    }

    private int available(String scheduleId) {
        return Objects.requireNonNull(
                jdbc.queryForObject("SELECT available FROM schedule WHERE id = ?", Integer.class, scheduleId));
    }
}
