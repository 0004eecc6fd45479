package dev.slipway.gateway.revocation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How dead tokens become known.
 *
 * @param every how often the list is read; has to be well below the promised second
 * @param timeout longest time one read may take
 * @param grace how long tokens are still accepted when the list cannot be read
 */
@ConfigurationProperties("slipway.gateway.revocations")
public record RevocationSettings(
        @DefaultValue("250ms") Duration every,
        @DefaultValue("400ms") Duration timeout,
        @DefaultValue("10s") Duration grace) {
    public RevocationSettings {
        if (every.compareTo(Duration.ofMillis(10)) < 0 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("slipway.gateway.revocations: every >= 10ms and timeout > 0 are needed");
        }
    }
}
