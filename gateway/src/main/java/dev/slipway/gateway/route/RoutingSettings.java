package dev.slipway.gateway.route;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How calls are passed on.
 *
 * @param connectTimeout longest time to reach an instance
 * @param responseTimeout longest silence of a service before and within its answer
 * @param routeTimeouts another such time for a route, by its id
 * @param retries how often a call that was not sent, or a GET or HEAD, is tried again, each time on another instance if any
 * @param bodyLimit largest request body
 * @param largerBodies paths with another limit, first match wins
 */
@ConfigurationProperties("slipway.gateway.routing")
public record RoutingSettings(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue Map<String, Duration> routeTimeouts,
        @DefaultValue("2") @Min(0) @Max(5) int retries,
        @DefaultValue("256KB") DataSize bodyLimit,
        @Valid @DefaultValue List<BodyRule> largerBodies) {
    /** @param path a path pattern such as {@code /api/files/**} */
    public record BodyRule(@NotBlank String path, @NotNull DataSize limit) {}

    public RoutingSettings {
        if (connectTimeout.toMillis() < 1 || responseTimeout.toMillis() < 1 || bodyLimit.toBytes() < 1) {
            throw new IllegalArgumentException("slipway.gateway.routing: timeouts and limits have to be positive");
        }
        if (routeTimeouts.values().stream().anyMatch(time -> time.toMillis() < 1)) {
            throw new IllegalArgumentException("slipway.gateway.routing.route-timeouts have to be positive");
        }
        routeTimeouts = Map.copyOf(routeTimeouts);
        largerBodies = List.copyOf(largerBodies);
    }
}
