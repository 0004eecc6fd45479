package dev.slipway.order.payment.cashier.jdbc;

import dev.slipway.order.money.Money;
import dev.slipway.order.payment.cashier.CashierTrade;
import dev.slipway.order.payment.cashier.CashierTrades;
import dev.slipway.web.time.Utc;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@Profile("local | dev")
class JdbcCashierTrades implements CashierTrades {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCashierTrades(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(CashierTrade trade) {
        jdbc.sql("""
            INSERT IGNORE INTO cashier_trade (out_trade_no, amount, description, state, expires_at,
              created_at, updated_at)
            VALUES (:outTradeNo, :amount, :description, 'OPEN', :expires, :now, :now)\
            """)
                .param("outTradeNo", trade.outTradeNo())
                .param("amount", trade.amount().yuan())
                .param("description", trade.description())
                .param("expires", Utc.of(trade.expiresAt()))
                .param("now", Utc.of(clock.instant()))
                .update();
    }

    @Override
    public Optional<CashierTrade> find(String outTradeNo) {
        return jdbc.sql("SELECT * FROM cashier_trade WHERE out_trade_no = ?")
                .param(outTradeNo)
                .query((row, index) -> new CashierTrade(
                        row.getString("out_trade_no"),
                        new Money(row.getBigDecimal("amount")),
                        row.getString("description"),
                        CashierTrade.State.valueOf(row.getString("state")),
                        row.getString("trade_no"),
                        row.getString("refund_no"),
                        Utc.read(row, "expires_at")))
                .optional();
    }

    @Override
    public boolean isRefunded(String refundNo) {
        return jdbc.sql("SELECT COUNT(*) FROM cashier_trade WHERE refund_no = ?")
                        .param(refundNo)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public boolean pay(String outTradeNo, String tradeNo) {
        return jdbc.sql("""
            UPDATE cashier_trade SET state = 'PAID', trade_no = ?, updated_at = ?
            WHERE out_trade_no = ? AND state IN ('OPEN', 'FAILED')\
            """)
                        .params(tradeNo, Utc.of(clock.instant()), outTradeNo)
                        .update()
                == 1;
    }

    @Override
    public void fail(String outTradeNo) {
        jdbc.sql("UPDATE cashier_trade SET state = 'FAILED', updated_at = ? WHERE out_trade_no = ? AND state = 'OPEN'")
                .params(Utc.of(clock.instant()), outTradeNo)
                .update();
    }

    @Override
    public boolean close(String outTradeNo) {
        jdbc.sql("""
            UPDATE cashier_trade SET state = 'CLOSED', updated_at = ?
            WHERE out_trade_no = ? AND state IN ('OPEN', 'FAILED')\
            """).params(Utc.of(clock.instant()), outTradeNo).update();
        return find(outTradeNo)
                .map(trade -> trade.state() == CashierTrade.State.CLOSED)
                .orElse(true);
    }

    @Override
    public boolean refund(String outTradeNo, String refundNo) {
        jdbc.sql("""
            UPDATE cashier_trade SET state = 'REFUNDED', refund_no = ?, updated_at = ?
            WHERE out_trade_no = ? AND state = 'PAID'\
            """).params(refundNo, Utc.of(clock.instant()), outTradeNo).update();
        return find(outTradeNo)
                .filter(trade -> refundNo.equals(trade.refundNo()))
                .isPresent();
    }
}
