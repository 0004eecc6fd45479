package dev.slipway.order.payment.cashier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.order.money.Money;
import dev.slipway.order.payment.NotGenuine;
import dev.slipway.order.payment.PaymentProvider;
import dev.slipway.order.payment.Receipt;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Behaves like a provider and moves no money: a page says whether a payment succeeds. It keeps a book of its own and
 * knows nothing of appointments.
 */
@Component
@Profile("local | dev")
public class FakeCashier implements PaymentProvider {
    private final CashierTrades trades;
    private final CashierSettings settings;
    private final CashierSignature signature;
    private final ObjectMapper json;
    private final Clock clock;

    FakeCashier(
            CashierTrades trades, CashierSettings settings, Environment environment, ObjectMapper json, Clock clock) {
        this.trades = trades;
        this.settings = settings;
        this.signature = new CashierSignature(environment.getRequiredProperty("identity-key"), clock);
        this.json = json;
        this.clock = clock;
    }

    /**
     * What it tells of a payment.
     *
     * @param headers with the signature
     */
    public record Signed(Map<String, String> headers, String body) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Message(String outTradeNo, String tradeNo, long fen) {}

    @Override
    public String channel() {
        return "cashier";
    }

    @Override
    public Prepared prepare(TradeOrder order) {
        trades.add(new CashierTrade(
                order.outTradeNo(),
                order.amount(),
                order.description(),
                CashierTrade.State.OPEN,
                null,
                null,
                order.expiresAt()));
        return switch (trades.find(order.outTradeNo()).orElseThrow().state()) {
            case OPEN, FAILED -> new Prepared.Code(settings.address() + "/cashier/" + order.outTradeNo());
            case PAID, REFUNDED -> new Prepared.AlreadyPaid();
            case CLOSED -> new Prepared.Closed();
        };
    }

    @Override
    public TradeState query(String outTradeNo) {
        Optional<CashierTrade> trade = trades.find(outTradeNo);
        if (trade.isEmpty()) {
            return new TradeState.Gone();
        }
        return switch (trade.get().state()) {
            case OPEN, FAILED -> new TradeState.Unpaid();
            case CLOSED -> new TradeState.Gone();
            case PAID, REFUNDED -> new TradeState.Paid(receipt(message(trade.get())));
        };
    }

    @Override
    public boolean close(String outTradeNo) {
        return trades.close(outTradeNo);
    }

    @Override
    public RefundState refund(RefundOrder order) {
        return trades.refund(order.outTradeNo(), order.outRefundNo()) ? RefundState.DONE : RefundState.REFUSED;
    }

    @Override
    public RefundState refundState(String outRefundNo) {
        return trades.isRefunded(outRefundNo) ? RefundState.DONE : RefundState.ABSENT;
    }

    @Override
    public Notification read(UnaryOperator<@Nullable String> header, String body) {
        signature.check(header, body);
        try {
            return new Notification.Paid(receipt(json.readValue(body, Message.class)));
        } catch (JsonProcessingException notOurs) {
            throw new NotGenuine("not a message of the cashier");
        }
    }

    /** Somebody pays on the page. Empty when that is not possible any more; else what there is to tell. */
    public Optional<Signed> pay(String outTradeNo) {
        boolean inTime = trades.find(outTradeNo)
                .filter(trade -> clock.instant().isBefore(trade.expiresAt()))
                .isPresent();
        if (!inTime || !trades.pay(outTradeNo, "C" + outTradeNo)) {
            return Optional.empty();
        }
        return trades.find(outTradeNo).map(trade -> signed(message(trade)));
    }

    public void fail(String outTradeNo) {
        trades.fail(outTradeNo);
    }

    public Optional<CashierTrade> find(String outTradeNo) {
        return trades.find(outTradeNo);
    }

    private Signed signed(Message message) {
        String body = write(message);
        return new Signed(signature.headers(body), body);
    }

    private static Message message(CashierTrade trade) {
        return new Message(
                trade.outTradeNo(),
                String.valueOf(trade.tradeNo()),
                trade.amount().fen());
    }

    private Receipt receipt(Message message) {
        return new Receipt(message.outTradeNo(), message.tradeNo(), Money.ofFen(message.fen()), write(message));
    }

    private String write(Message message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }
}
