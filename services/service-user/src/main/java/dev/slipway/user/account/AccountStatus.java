package dev.slipway.user.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the account may be used. */
public enum AccountStatus {
    @JsonProperty("active")
    ACTIVE,
    @JsonProperty("locked")
    LOCKED
}
