package dev.slipway.user.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of sign-in codes.
 *
 * @param codeLifetime how long a code is good; whole minutes, for the text tells them
 * @param codeTries wrong tries that kill a code
 * @param codeInterval shortest time between two codes for a phone
 * @param codesPerHour most codes for a phone in any hour
 */
@ConfigurationProperties("slipway.sign-in")
public record SignInLimits(
        @DefaultValue("5m") Duration codeLifetime,
        @DefaultValue("5") int codeTries,
        @DefaultValue("1m") Duration codeInterval,
        @DefaultValue("5") int codesPerHour) {
    public SignInLimits {
        if (codeLifetime.toMinutes() < 1 || codeTries < 1 || codesPerHour < 1 || codeInterval.isNegative()) {
            throw new IllegalArgumentException("slipway.sign-in: limits must be positive");
        }
    }
}
