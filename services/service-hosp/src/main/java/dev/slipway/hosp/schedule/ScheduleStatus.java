package dev.slipway.hosp.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the hospital says of its schedule. A cancelled one has been called off: its appointments are cancelled too. */
public enum ScheduleStatus {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("cancelled")
    CANCELLED
}
