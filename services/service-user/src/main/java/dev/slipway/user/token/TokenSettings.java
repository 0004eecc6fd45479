package dev.slipway.user.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Lifetimes of tokens and keys.
 *
 * @param accessLifetime how long an access token is good; at most 18 minutes: revocations are kept for 20, and the gateway,
 *     whose clock may be a minute behind, takes a token for a minute longer
 * @param refreshLifetime how long a refresh token, and with it an idle session, is good
 * @param keyAge age at which the signing key is replaced
 */
@ConfigurationProperties("slipway.tokens")
public record TokenSettings(
        @DefaultValue("15m") Duration accessLifetime,
        @DefaultValue("30d") Duration refreshLifetime,
        @DefaultValue("30d") Duration keyAge) {
    private static final Duration LONGEST_ACCESS = Duration.ofMinutes(18);

    public TokenSettings {
        if (accessLifetime.isNegative() || accessLifetime.isZero() || accessLifetime.compareTo(LONGEST_ACCESS) > 0) {
            throw new IllegalArgumentException("slipway.tokens.access-lifetime must be at most " + LONGEST_ACCESS);
        }
        if (refreshLifetime.compareTo(accessLifetime) <= 0 || keyAge.compareTo(accessLifetime) <= 0) {
            throw new IllegalArgumentException("slipway.tokens: refresh-lifetime and key-age exceed access-lifetime");
        }
    }
}
