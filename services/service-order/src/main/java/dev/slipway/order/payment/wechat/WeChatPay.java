package dev.slipway.order.payment.wechat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.slipway.order.money.Money;
import dev.slipway.order.payment.NotGenuine;
import dev.slipway.order.payment.PaymentProvider;
import dev.slipway.order.payment.Receipt;
import dev.slipway.order.payment.wechat.WeChatCalls.Reply;
import dev.slipway.order.payment.wechat.WeChatMessages.Amount;
import dev.slipway.order.payment.wechat.WeChatMessages.Envelope;
import dev.slipway.order.payment.wechat.WeChatMessages.Prepay;
import dev.slipway.order.payment.wechat.WeChatMessages.RefundAmount;
import dev.slipway.order.payment.wechat.WeChatMessages.RefundRequest;
import dev.slipway.order.payment.wechat.WeChatMessages.Transaction;
import dev.slipway.order.payment.wechat.WeChatMessages.TransactionAmount;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;

/** WeChat Pay by QR code ("native"), version 3. */
final class WeChatPay implements PaymentProvider {
    private static final Logger LOG = LoggerFactory.getLogger(WeChatPay.class);
    private static final String TRADES = "/v3/pay/transactions/out-trade-no/";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";

    private final WeChatCalls calls;
    private final PlatformSignature platform;
    private final String appId;
    private final String merchantId;
    private final URI notifyUrl;
    private final String key;
    private final ZoneId displayZone;

    /** @param key the merchant's key for version 3 */
    WeChatPay(
            WeChatCalls calls, PlatformSignature platform, WeChatPaySettings settings, String key, ZoneId displayZone) {
        this.calls = calls;
        this.platform = platform;
        this.appId = settings.appId();
        this.merchantId = settings.merchantId();
        this.notifyUrl = settings.notifyUrl();
        this.key = key;
        this.displayZone = displayZone;
    }

    @Override
    public String channel() {
        return "wechat";
    }

    @Override
    public Prepared prepare(TradeOrder order) {
        String expires = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                order.expiresAt().truncatedTo(ChronoUnit.SECONDS).atZone(displayZone));
        Prepay wanted = new Prepay(
                appId,
                merchantId,
                order.description(),
                order.outTradeNo(),
                expires,
                notifyUrl.toString(),
                new Amount(order.amount().fen(), WeChatMessages.CURRENCY));
        try {
            Reply reply = calls.call(HttpMethod.POST, "/v3/pay/transactions/native", wanted);
            if (!reply.isSuccess()) {
                return refused(reply);
            }
            String url = calls.read(reply.body(), WeChatMessages.Prepared.class).codeUrl();
            return url == null ? new Prepared.Unavailable("no code") : new Prepared.Code(url);
        } catch (RuntimeException | JsonProcessingException away) {
            return new Prepared.Unavailable(told("prepare", away));
        }
    }

    private Prepared refused(Reply reply) throws JsonProcessingException {
        String code = code(reply);
        return switch (code) {
            case "ORDERPAID" -> new Prepared.AlreadyPaid();
            case "ORDER_CLOSED", "OUT_TRADE_NO_USED" -> new Prepared.Closed();
            default -> new Prepared.Unavailable(code);
        };
    }

    @Override
    public TradeState query(String outTradeNo) {
        try {
            Reply reply = calls.call(HttpMethod.GET, TRADES + outTradeNo + "?mchid=" + merchantId, null);
            if (reply.status() == 404) {
                return new TradeState.Gone();
            }
            return reply.isSuccess()
                    ? state(calls.read(reply.body(), Transaction.class), reply.body())
                    : new TradeState.Unknown(code(reply));
        } catch (RuntimeException | JsonProcessingException away) {
            return new TradeState.Unknown(told("query", away));
        }
    }

    private static TradeState state(Transaction trade, String raw) {
        return switch (trade.tradeState()) {
            // What is on its way back was paid before; the ledger knows about it or has to learn.
            case "SUCCESS", "REFUND" -> new TradeState.Paid(receipt(trade, raw));
            case "NOTPAY", "USERPAYING", "PAYERROR" -> new TradeState.Unpaid();
            case "CLOSED", "REVOKED" -> new TradeState.Gone();
            default -> new TradeState.Unknown(trade.tradeState());
        };
    }

    /** @throws NotGenuine when the trade is not one in yuan with a number */
    private static Receipt receipt(Transaction trade, String raw) {
        TransactionAmount amount = trade.amount();
        String tradeNo = trade.transactionId();
        if (amount == null
                || tradeNo == null
                || (amount.currency() != null && !amount.currency().equals(WeChatMessages.CURRENCY))) {
            throw new NotGenuine("a trade without amount or number");
        }
        return new Receipt(trade.outTradeNo(), tradeNo, Money.ofFen(amount.total()), raw);
    }

    @Override
    public boolean close(String outTradeNo) {
        try {
            Reply reply =
                    calls.call(HttpMethod.POST, TRADES + outTradeNo + "/close", new WeChatMessages.Close(merchantId));
            return reply.isSuccess() || code(reply).equals("ORDER_CLOSED");
        } catch (RuntimeException | JsonProcessingException away) {
            LOG.info("A payment is not closed yet: {}", told("close", away));
            return false;
        }
    }

    @Override
    public RefundState refund(RefundOrder order) {
        return refundCall(
                HttpMethod.POST,
                REFUNDS,
                new RefundRequest(
                        order.outTradeNo(),
                        order.outRefundNo(),
                        order.reason(),
                        notifyUrl.toString(),
                        new RefundAmount(order.amount().fen(), order.total().fen(), WeChatMessages.CURRENCY)));
    }

    @Override
    public RefundState refundState(String outRefundNo) {
        return refundCall(HttpMethod.GET, REFUNDS + "/" + outRefundNo, null);
    }

    private RefundState refundCall(HttpMethod method, String path, @Nullable Object body) {
        try {
            Reply reply = calls.call(method, path, body);
            if (reply.status() == 404) {
                return RefundState.ABSENT;
            }
            if (reply.status() == 400 || reply.status() == 403) {
                return RefundState.REFUSED;
            }
            return reply.isSuccess()
                    ? refundState(calls.read(reply.body(), WeChatMessages.Refund.class))
                    : RefundState.UNKNOWN;
        } catch (RuntimeException | JsonProcessingException away) {
            LOG.info("A refund is not clear yet: {}", told("refund", away));
            return RefundState.UNKNOWN;
        }
    }

    private static RefundState refundState(WeChatMessages.Refund refund) {
        String status = refund.status() == null ? refund.refundStatus() : refund.status();
        return switch (String.valueOf(status)) {
            case "SUCCESS" -> RefundState.DONE;
            case "PROCESSING" -> RefundState.PROCESSING;
            case "ABNORMAL", "CLOSED" -> RefundState.REFUSED;
            default -> RefundState.UNKNOWN;
        };
    }

    @Override
    public Notification read(UnaryOperator<@Nullable String> header, String body) {
        platform.check(header, body);
        try {
            Envelope envelope = calls.read(body, Envelope.class);
            String said = envelope.resource().decrypted(key);
            return switch (envelope.eventType()) {
                case "TRANSACTION.SUCCESS" -> paid(calls.read(said, Transaction.class), said);
                case "REFUND.SUCCESS" ->
                    new Notification.Refunded(
                            calls.read(said, WeChatMessages.Refund.class).outRefundNo());
                default -> new Notification.Other();
            };
        } catch (JsonProcessingException malformed) {
            throw new NotGenuine("not a notification of this interface");
        }
    }

    private static Notification paid(Transaction trade, String raw) {
        return state(trade, raw) instanceof TradeState.Paid paid
                ? new Notification.Paid(paid.receipt())
                : new Notification.Other();
    }

    private String code(Reply reply) throws JsonProcessingException {
        return String.valueOf(
                calls.read(reply.body(), WeChatMessages.Failure.class).code());
    }

    private static String told(String what, Exception failure) {
        return what + ": " + failure.getClass().getSimpleName();
    }
}
