package dev.slipway.user.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of sign-in codes. They follow a push: a new lifetime and interval hold from the next code on, a new number of
 * tries for codes that were sent before, too.
 *
 * @param codeLifetime how long a code is good; whole minutes, for the text tells them
 * @param codeTries wrong tries that kill a code
 * @param codeInterval shortest time between two codes for a phone, at most an hour
 * @param codesPerHour most codes for a phone in any hour
 */
@ConfigurationProperties("slipway.sign-in")
public record SignInLimits(
        @DefaultValue("5m") Duration codeLifetime,
        @DefaultValue("5") int codeTries,
        @DefaultValue("1m") Duration codeInterval,
        @DefaultValue("5") int codesPerHour) {

    /** What is older is not remembered. */
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    public SignInLimits {
        if (codeTries < 1 || codesPerHour < 1) {
            throw new IllegalArgumentException("code-tries and codes-per-hour are at least 1");
        }
        if (codeLifetime.toMinutes() < 1 || !codeLifetime.equals(Duration.ofMinutes(codeLifetime.toMinutes()))) {
            throw new IllegalArgumentException("code-lifetime is one or more whole minutes");
        }
        if (codeInterval.isNegative() || codeInterval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException("code-interval is at most " + LONGEST_INTERVAL.toMinutes() + "m");
        }
    }
}
