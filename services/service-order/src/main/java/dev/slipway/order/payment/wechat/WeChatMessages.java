package dev.slipway.order.payment.wechat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What is exchanged with WeChat Pay; amounts are in fen. */
final class WeChatMessages {
    static final String CURRENCY = "CNY";

    private WeChatMessages() {}

    record Prepay(
            String appid,
            String mchid,
            String description,
            @JsonProperty("out_trade_no") String outTradeNo,
            @JsonProperty("time_expire") String timeExpire,
            @JsonProperty("notify_url") String notifyUrl,
            Amount amount) {}

    record Amount(long total, String currency) {}

    record Close(String mchid) {}

    record RefundRequest(
            @JsonProperty("out_trade_no") String outTradeNo,
            @JsonProperty("out_refund_no") String outRefundNo,
            String reason,
            @JsonProperty("notify_url") String notifyUrl,
            RefundAmount amount) {}

    record RefundAmount(long refund, long total, String currency) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Prepared(@Nullable @JsonProperty("code_url") String codeUrl) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Failure(@Nullable String code) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Transaction(
            @JsonProperty("out_trade_no") String outTradeNo,
            @Nullable @JsonProperty("transaction_id") String transactionId,
            @JsonProperty("trade_state") String tradeState,
            @Nullable TransactionAmount amount) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TransactionAmount(long total, @Nullable String currency) {}

    /** {@code status} in an answer, {@code refund_status} in a notification. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refund(
            @JsonProperty("out_refund_no") String outRefundNo,
            @Nullable String status,
            @Nullable @JsonProperty("refund_status") String refundStatus) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Envelope(@JsonProperty("event_type") String eventType, Resource resource) {}
}
