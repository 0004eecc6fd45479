package dev.slipway.order.payment.jdbc;

import dev.slipway.order.appointment.AppointmentNumber;
import dev.slipway.order.money.Money;
import dev.slipway.order.payment.Incident;
import dev.slipway.order.payment.Payment;
import dev.slipway.order.payment.PaymentStatus;
import dev.slipway.order.payment.Payments;
import dev.slipway.order.payment.Receipt;
import dev.slipway.web.time.Utc;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPayments implements Payments {
    private static final Comparator<Payment> TELLING = Comparator.<Payment, Boolean>comparing(
                    payment -> payment.status().isReceived())
            .thenComparing(Payment::attempt);

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPayments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Payment> find(String outTradeNo) {
        return jdbc.sql("SELECT * FROM payment WHERE out_trade_no = ?")
                .param(outTradeNo)
                .query(JdbcPayments::payment)
                .optional();
    }

    @Override
    public Optional<Payment> held(String outTradeNo) {
        return jdbc.sql("SELECT * FROM payment WHERE out_trade_no = ? FOR UPDATE")
                .param(outTradeNo)
                .query(JdbcPayments::payment)
                .optional();
    }

    @Override
    public List<Payment> of(AppointmentNumber number) {
        return jdbc.sql("SELECT * FROM payment WHERE number = ? ORDER BY attempt")
                .param(number.value())
                .query(JdbcPayments::payment)
                .list();
    }

    @Override
    public Optional<Payment> current(AppointmentNumber number) {
        return Optional.ofNullable(current(List.of(number)).get(number));
    }

    @Override
    public Map<AppointmentNumber, Payment> current(Collection<AppointmentNumber> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT * FROM payment WHERE number IN (:numbers)")
                .param("numbers", numbers.stream().map(AppointmentNumber::value).toList())
                .query(JdbcPayments::payment)
                .list()
                .stream()
                .collect(Collectors.toMap(Payment::number, Function.identity(), BinaryOperator.maxBy(TELLING)));
    }

    @Override
    public void add(Payment payment, String channel, Instant askAt) {
        jdbc.sql("""
            INSERT INTO payment (out_trade_no, number, attempt, open_number, status, channel, amount,
              expires_at, ask_at, asked, created_at, updated_at)
            VALUES (:outTradeNo, :number, :attempt, :number, 'OPEN', :channel, :amount, :expires, :askAt,
              0, :now, :now)\
            """)
                .param("outTradeNo", payment.outTradeNo())
                .param("number", payment.number().value())
                .param("attempt", payment.attempt())
                .param("channel", channel)
                .param("amount", payment.amount().yuan())
                .param("expires", Utc.of(payment.expiresAt()))
                .param("askAt", Utc.of(askAt))
                .param("now", now())
                .update();
    }

    @Override
    public boolean code(String outTradeNo, String codeUrl) {
        int open = jdbc.sql(
                        "UPDATE payment SET code_url = ?, updated_at = ? WHERE out_trade_no = ? AND status = 'OPEN'")
                .params(codeUrl, now(), outTradeNo)
                .update();
        if (open == 0) {
            jdbc.sql("""
                UPDATE payment SET code_url = ?, ask_at = ?, asked = 0, updated_at = ?
                WHERE out_trade_no = ? AND status = 'CLOSED'\
                """).params(codeUrl, now(), now(), outTradeNo).update();
        }
        return open == 1;
    }

    @Override
    public void received(Receipt receipt, PaymentStatus status) {
        jdbc.sql("""
            UPDATE payment SET status = ?, open_number = NULL, trade_no = ?, raw_receipt = ?,
              ask_at = NULL, updated_at = ? WHERE out_trade_no = ?\
            """)
                .params(status.name(), receipt.tradeNo(), receipt.raw(), now(), receipt.outTradeNo())
                .update();
    }

    @Override
    public void change(String outTradeNo, PaymentStatus status) {
        jdbc.sql("UPDATE payment SET status = ?, updated_at = ? WHERE out_trade_no = ?")
                .params(status.name(), now(), outTradeNo)
                .update();
    }

    @Override
    public void closeOpen(AppointmentNumber number, Instant askAt) {
        jdbc.sql("""
            UPDATE payment SET status = 'CLOSED', open_number = NULL, ask_at = ?, asked = 0, updated_at = ?
            WHERE open_number = ?\
            """).params(Utc.of(askAt), now(), number.value()).update();
    }

    @Override
    public List<String> toAsk(Instant now, int most) {
        return jdbc.sql("SELECT out_trade_no FROM payment WHERE ask_at <= ? ORDER BY ask_at LIMIT ?")
                .params(Utc.of(now), most)
                .query(String.class)
                .list();
    }

    @Override
    public boolean claimQuestion(String outTradeNo, Instant now, Instant again) {
        return jdbc.sql("UPDATE payment SET ask_at = ?, asked = asked + 1 WHERE out_trade_no = ? AND ask_at <= ?")
                        .params(Utc.of(again), outTradeNo, Utc.of(now))
                        .update()
                == 1;
    }

    @Override
    public void settled(Payment asked) {
        jdbc.sql("UPDATE payment SET ask_at = NULL WHERE out_trade_no = :outTradeNo AND code_url <=> :code")
                .param("outTradeNo", asked.outTradeNo())
                .param("code", asked.codeUrl())
                .update();
    }

    @Override
    public void keep(String outTradeNo, String tradeNo, String kind, @Nullable Money amount, String raw) {
        jdbc.sql("""
            INSERT IGNORE INTO payment_incident (out_trade_no, trade_no, kind, amount, raw_receipt,
              created_at, updated_at)
            VALUES (:outTradeNo, :tradeNo, :kind, :amount, :raw, :now, :now)\
            """)
                .param("outTradeNo", outTradeNo)
                .param("tradeNo", tradeNo)
                .param("kind", kind)
                .param("amount", amount == null ? null : amount.yuan())
                .param("raw", raw)
                .param("now", now())
                .update();
    }

    @Override
    public List<Incident> incidents(AppointmentNumber number) {
        return jdbc.sql("SELECT * FROM payment_incident WHERE out_trade_no LIKE ? ORDER BY id")
                .param(number.value() + "%")
                .query((row, index) -> {
                    BigDecimal amount = row.getBigDecimal("amount");
                    return new Incident(
                            row.getString("out_trade_no"),
                            row.getString("trade_no"),
                            row.getString("kind"),
                            amount == null ? null : new Money(amount),
                            Utc.read(row, "created_at"));
                })
                .list();
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }

    private static Payment payment(ResultSet row, int index) throws SQLException {
        return new Payment(
                row.getString("out_trade_no"),
                new AppointmentNumber(row.getString("number")),
                row.getInt("attempt"),
                PaymentStatus.valueOf(row.getString("status")),
                new Money(row.getBigDecimal("amount")),
                row.getString("code_url"),
                row.getString("trade_no"),
                Utc.read(row, "expires_at"),
                row.getInt("asked"));
    }
}
