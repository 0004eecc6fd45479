package dev.slipway.gateway.cors;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which pages of other origins may call. Tokens travel in a header, never in a cookie: credentials are not allowed.
 *
 * @param origins exact origins such as {@code https://book.example.org}; none by default
 * @param methods methods they may use
 * @param headers request headers they may send
 * @param maxAge how long a browser may remember the answer
 */
@ConfigurationProperties("slipway.gateway.cors")
public record CorsSettings(
        @DefaultValue List<String> origins,

        @DefaultValue({"GET", "HEAD", "POST", "PUT", "DELETE"})
        List<String> methods,

        @DefaultValue({"Authorization", "Content-Type", "Idempotency-Key", "traceparent"})
        List<String> headers,

        @DefaultValue("30m") Duration maxAge) {
    public CorsSettings {
        if (origins.contains("*")) {
            throw new IllegalArgumentException(
                    "slipway.gateway.cors.origins: name the origins, * is every page there is");
        }
    }
}
