package dev.slipway.order.booking.jdbc;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.booking.Questions;
import dev.slipway.web.time.Utc;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcQuestions implements Questions {
    private final JdbcClient jdbc;

    JdbcQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AppointmentNumber> due(Instant now, int most) {
        return jdbc.sql("SELECT number FROM appointment WHERE ask_at <= ? ORDER BY ask_at LIMIT ?")
                .params(Utc.of(now), most)
                .query((row, index) -> new AppointmentNumber(row.getString("number")))
                .list();
    }

    @Override
    public boolean claim(AppointmentNumber number, Instant now, Instant again) {
        return jdbc.sql("""
            UPDATE appointment SET ask_at = ?, asked = asked + 1
            WHERE number = ? AND status = 'REQUESTED' AND ask_at <= ?\
            """).params(Utc.of(again), number.value(), Utc.of(now)).update() == 1;
    }

    @Override
    public void askAt(AppointmentNumber number, Instant time) {
        jdbc.sql("UPDATE appointment SET ask_at = ? WHERE number = ? AND status = 'REQUESTED'")
                .params(Utc.of(time), number.value())
                .update();
    }

    @Override
    public int asked(AppointmentNumber number) {
        return jdbc.sql("SELECT asked FROM appointment WHERE number = ?")
                .param(number.value())
                .query(Integer.class)
                .single();
    }
}
