package dev.slipway.hosp.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Half of a day. */
public enum Session {
    @JsonProperty("am")
    AM,
    @JsonProperty("pm")
    PM
}
