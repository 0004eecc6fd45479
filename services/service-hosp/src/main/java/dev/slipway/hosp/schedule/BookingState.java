package dev.slipway.hosp.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a schedule can be booked at this moment, and if not, why. */
public enum BookingState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("not-yet-released")
    NOT_YET_RELEASED,
    @JsonProperty("stopped")
    STOPPED,
    @JsonProperty("closed")
    CLOSED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("out-of-window")
    OUT_OF_WINDOW,
    @JsonProperty("hospital-offline")
    HOSPITAL_OFFLINE,
    @JsonProperty("hospital-locked")
    HOSPITAL_LOCKED
}
