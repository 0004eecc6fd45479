package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Matches;
import java.util.Map;

/**
 * The description of one environment ({@code deploy/<env>/platform.yaml}).
 *
 * @param name also the Spring profile of its services
 */
public record Environment(
        ApiVersion apiVersion,
        Kind kind,

        @Matches(value = "[a-z][a-z0-9-]{0,62}", allowed = "lower-case letters, digits and dashes")
        String name,

        Map<MiddlewareKind, Middleware> middleware,
        Map<String, Service> services) {

    /** The name of the service that callers from outside come in through. */
    public String entry() {
        return services.entrySet().stream()
                .filter(service -> service.getValue().entry())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a checked description has an entry"));
    }
}
