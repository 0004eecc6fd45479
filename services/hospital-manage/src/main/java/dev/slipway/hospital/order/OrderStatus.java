package dev.slipway.hospital.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far an order is. */
public enum OrderStatus {
    @JsonProperty("confirmed")
    CONFIRMED("待支付"),
    @JsonProperty("paid")
    PAID("已支付"),
    @JsonProperty("fetched")
    FETCHED("已取号"),
    @JsonProperty("cancelled")
    CANCELLED("已取消"),
    @JsonProperty("rejected")
    REJECTED("已拒绝");

    private final String label;

    OrderStatus(String label) {
        this.label = label;
    }

    /** Whether it may still be cancelled, and gives its number back then. */
    public boolean open() {
        return this == CONFIRMED || this == PAID;
    }

    /** For pages. */
    public String label() {
        return label;
    }

    /** As in the contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static OrderStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
