package dev.slipway.order.payment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a payment is in its life. */
public enum PaymentStatus {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("paid")
    PAID,
    /** No longer wanted; money that arrives nevertheless goes back. */
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("refunding")
    REFUNDING,
    @JsonProperty("refunded")
    REFUNDED;

    /** Whether money has arrived for it. */
    public boolean isReceived() {
        return this == PAID || this == REFUNDING || this == REFUNDED;
    }
}
