package dev.slipway.hospital.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a session takes orders. */
public enum ScheduleStatus {
    @JsonProperty("open")
    OPEN("开放"),
    /** Takes no further orders; those it has stand. */
    @JsonProperty("closed")
    CLOSED("停止预约"),
    /** Does not take place; its orders are cancelled. Final. */
    @JsonProperty("cancelled")
    CANCELLED("停诊");

    private final String label;

    ScheduleStatus(String label) {
        this.label = label;
    }

    /** For pages. */
    public String label() {
        return label;
    }

    /** As in the platform's contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static ScheduleStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
