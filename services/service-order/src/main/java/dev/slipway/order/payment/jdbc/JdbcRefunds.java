package dev.slipway.order.payment.jdbc;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.money.Money;
import dev.slipway.order.payment.Refund;
import dev.slipway.order.payment.Refunds;
import dev.slipway.web.time.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRefunds implements Refunds {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcRefunds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(Refund refund, Instant now) {
        jdbc.sql("""
            INSERT INTO refund (out_refund_no, out_trade_no, number, amount, reason, attempts,
              next_attempt_at, created_at, updated_at)
            VALUES (:outRefundNo, :outTradeNo, :number, :amount, :reason, 0, :now, :now, :now)\
            """)
                .param("outRefundNo", refund.outRefundNo())
                .param("outTradeNo", refund.outTradeNo())
                .param("number", refund.number().value())
                .param("amount", refund.amount().yuan())
                .param("reason", refund.reason())
                .param("now", Utc.of(now))
                .update();
    }

    @Override
    public Optional<Refund> find(String outRefundNo) {
        return jdbc.sql("SELECT * FROM refund WHERE out_refund_no = ?")
                .param(outRefundNo)
                .query(JdbcRefunds::refund)
                .optional();
    }

    @Override
    public List<Refund> openOf(AppointmentNumber number) {
        return jdbc.sql("SELECT * FROM refund WHERE out_refund_no LIKE ? AND next_attempt_at IS NOT NULL")
                .param(number.value() + "%")
                .query(JdbcRefunds::refund)
                .list();
    }

    @Override
    public List<Refund> due(Instant now, int most) {
        return jdbc.sql("SELECT * FROM refund WHERE next_attempt_at <= ? ORDER BY next_attempt_at LIMIT ?")
                .params(Utc.of(now), most)
                .query(JdbcRefunds::refund)
                .list();
    }

    @Override
    public boolean claimAttempt(String outRefundNo, Instant now, Instant next) {
        return jdbc.sql("""
            UPDATE refund SET attempts = attempts + 1, next_attempt_at = ?, updated_at = ?
            WHERE out_refund_no = ? AND next_attempt_at <= ?\
            """)
                        .params(Utc.of(next), Utc.of(now), outRefundNo, Utc.of(now))
                        .update()
                == 1;
    }

    @Override
    public void done(String outRefundNo) {
        jdbc.sql("UPDATE refund SET next_attempt_at = NULL, updated_at = ? WHERE out_refund_no = ?")
                .params(Utc.of(clock.instant()), outRefundNo)
                .update();
    }

    private static Refund refund(ResultSet row, int index) throws SQLException {
        return new Refund(
                row.getString("out_refund_no"),
                row.getString("out_trade_no"),
                new AppointmentNumber(row.getString("number")),
                new Money(row.getBigDecimal("amount")),
                row.getString("reason"),
                row.getInt("attempts"));
    }
}
