package dev.slipway.order.payment.wechat;

import dev.slipway.order.payment.NotGenuine;
import dev.slipway.order.payment.PaymentProvider;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** No merchant is configured: nothing can be paid, and the rest of the service works. */
final class NoProvider implements PaymentProvider {
    private static final String WHY = "no merchant is configured";

    @Override
    public String channel() {
        return "none";
    }

    @Override
    public Prepared prepare(TradeOrder order) {
        return new Prepared.Unavailable(WHY);
    }

    @Override
    public TradeState query(String outTradeNo) {
        return new TradeState.Unknown(WHY);
    }

    @Override
    public boolean close(String outTradeNo) {
        return false;
    }

    @Override
    public RefundState refund(RefundOrder order) {
        return RefundState.UNKNOWN;
    }

    @Override
    public RefundState refundState(String outRefundNo) {
        return RefundState.UNKNOWN;
    }

    @Override
    public Notification read(UnaryOperator<@Nullable String> header, String body) {
        throw new NotGenuine(WHY);
    }
}
