package dev.slipway.user.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to sign in that was more than a guess at nothing.
 *
 * @param accountId null when the attempt came to no account
 * @param phone null when it was not about a phone
 * @param address of the client, as the gateway saw it
 */
public record SignInRecord(
        Instant at,
        Kind kind,
        Outcome outcome,
        String address,
        @Nullable String accountId,
        @Nullable String phone) {
    public enum Kind {
        @JsonProperty("code")
        CODE,
        @JsonProperty("wechat")
        WECHAT,
        @JsonProperty("operator")
        OPERATOR
    }

    public enum Outcome {
        @JsonProperty("signed-in")
        SIGNED_IN,
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("locked")
        LOCKED
    }
}
