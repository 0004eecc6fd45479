package dev.slipway.hospital.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the platform is called.
 *
 * @param url address of hospitals that have none of their own
 * @param attempts how often a call is made at most
 * @param pause before the second attempt, about; it doubles each time
 */
@Validated
@ConfigurationProperties("slipway.hospital.platform")
public record PlatformSettings(
        @NotNull URI url,
        @NotNull Duration connectTimeout,
        @NotNull Duration answerTimeout,
        @Min(1) @Max(10) int attempts,
        @NotNull Duration pause) {}
