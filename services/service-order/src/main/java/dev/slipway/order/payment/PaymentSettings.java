package dev.slipway.order.payment;

import dev.slipway.messaging.retry.Backoff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How payments are followed.
 *
 * @param askFirst wait before the provider is asked about a payment that it has not told of; doubles
 * @param askLongest longest wait between two questions
 * @param refundFirst wait before a refund is tried or asked about again; doubles
 * @param refundLongest longest wait between two such attempts
 * @param batch most rows handled in one go
 */
@ConfigurationProperties("slipway.payment")
public record PaymentSettings(
        @DefaultValue("10s") Duration askFirst,
        @DefaultValue("2m") Duration askLongest,
        @DefaultValue("5s") Duration refundFirst,
        @DefaultValue("10m") Duration refundLongest,
        @DefaultValue("100") int batch) {
    public PaymentSettings {
        if (batch < 1) {
            throw new IllegalArgumentException("slipway.payment.batch is at least 1");
        }
    }

    Backoff ask() {
        return new Backoff(askFirst, askLongest);
    }

    Backoff refund() {
        return new Backoff(refundFirst, refundLongest);
    }
}
