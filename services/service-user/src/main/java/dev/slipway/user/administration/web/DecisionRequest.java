package dev.slipway.user.administration.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An operator's decision on a verification. */
record DecisionRequest(
        @NotNull Decision decision,
        @Nullable @Size(max = 200) String reason) {
    enum Decision {
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("rejected")
        REJECTED
    }
}
