package dev.slipway.gateway.route;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How calls are passed on. A route's own {@code response-timeout} (metadata, in ms) goes before the one here.
 *
 * @param connectTimeout longest time to reach an instance
 * @param responseTimeout longest time until a service's answer begins
 * @param retries how often a GET or HEAD is tried again after its first try, each time on another instance if any
 * @param bodyLimit largest request body
 * @param largerBodies paths with another limit, first match wins
 */
public record RoutingSettings(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("2") @Min(0) @Max(5) int retries,
        @DefaultValue("256KB") DataSize bodyLimit,
        @Valid @DefaultValue List<BodyRule> largerBodies) {
    /** @param path a path pattern such as {@code /api/files/**} */
    public record BodyRule(@NotBlank String path, @NotNull DataSize limit) {}

    public RoutingSettings {
        if (connectTimeout.toMillis() < 1 || responseTimeout.toMillis() < 1 || bodyLimit.toBytes() < 1) {
            throw new IllegalArgumentException("slipway.gateway.routing: timeouts and limits have to be positive");
        }
        largerBodies = List.copyOf(largerBodies);
    }
}
