package dev.slipway.gateway.token;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access tokens are checked.
 *
 * @param issuer the only accepted {@code iss}
 * @param audience has to be among {@code aud}
 * @param keysFrom service whose {@code /.well-known/jwks.json} names the keys
 * @param keysEvery how often the keys are read again unasked; a withdrawn key works at most this long
 * @param keysPause shortest time between two reads; a token of a key just made waits at most this long
 * @param keysTimeout longest time one read may take
 * @param cacheSize how many checked tokens are remembered
 */
@ConfigurationProperties("slipway.gateway.tokens")
public record TokenSettings(
        @DefaultValue("slipway") @NotBlank String issuer,
        @DefaultValue("slipway-api") @NotBlank String audience,
        @DefaultValue("service-user") @NotBlank String keysFrom,
        @DefaultValue("60s") Duration keysEvery,
        @DefaultValue("1s") Duration keysPause,
        @DefaultValue("2s") Duration keysTimeout,
        @DefaultValue("20000") @Min(1) @Max(1_000_000) int cacheSize) {}
