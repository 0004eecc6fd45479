package dev.slipway.user.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the check of the user's real name is. */
public enum VerificationStatus {
    @JsonProperty("none")
    NONE,
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("rejected")
    REJECTED
}
