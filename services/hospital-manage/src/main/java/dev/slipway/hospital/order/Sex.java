package dev.slipway.hospital.order;

import com.fasterxml.jackson.annotation.JsonProperty;

/** As the identity document says. */
public enum Sex {
    @JsonProperty("male")
    MALE,
    @JsonProperty("female")
    FEMALE
}
