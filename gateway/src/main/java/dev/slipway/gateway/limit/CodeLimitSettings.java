package dev.slipway.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a sign-in code may be asked for, and an operator's password tried. The service has the exact rules of a
 * phone and of a name; this keeps floods away from it.
 *
 * @param phone of one phone
 * @param address of one client address (IPv6: of one /64), for codes and for passwords each
 * @param timeout longest wait for Redis; after it the call passes uncounted
 */
@ConfigurationProperties("slipway.gateway.code-limit")
public record CodeLimitSettings(
        @Valid @DefaultValue Rate phone,
        @Valid @DefaultValue Rate address,
        @DefaultValue("150ms") Duration timeout) {
    /**
     * @param limit how many at once, and how many within each period
     * @param per the period
     */
    public record Rate(
            @DefaultValue("30") @Min(1) int limit,
            @DefaultValue("1m") Duration per) {
        public Rate {
            if (per.toMillis() < 1) {
                throw new IllegalArgumentException("slipway.gateway.code-limit: per has to be at least 1ms");
            }
        }
    }
}
