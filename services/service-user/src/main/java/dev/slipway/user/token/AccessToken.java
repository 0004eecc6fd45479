package dev.slipway.user.token;

import java.time.Duration;

/** A signed access token; its text form does not show it. */
public record AccessToken(String value, Duration lifetime) {
    @Override
    public String toString() {
        return "AccessToken[" + lifetime + "]";
    }
}
