package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Matches;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The description of one environment ({@code deploy/<env>/platform.yaml}).
 *
 * @param apiVersion version of these keys
 * @param kind what is described
 * @param name of the folder that it lies in
 * @param profile the Spring profile of its services; its name when left out
 * @param cluster what is true of its cluster; the local environment has none
 * @param namespace where it lives on its cluster
 * @param addons what its cluster is given first
 * @param middleware the servers that services need
 * @param services the services by name
 * @param patches fields of rendered objects that differ from what is rendered
 * @param waivers rules that single objects need not keep
 */
public record Environment(
        ApiVersion apiVersion,
        Kind kind,

        @Matches(value = Names.NAME, allowed = Names.NAME_ALLOWED)
        String name,

        @Nullable @Matches(value = Names.NAME, allowed = Names.NAME_ALLOWED)
        String profile,

        @Nullable Cluster cluster,
        @Nullable Namespace namespace,
        Map<AddonKind, Addon> addons,
        Map<MiddlewareKind, Middleware> middleware,
        Map<String, Service> services,
        List<Patch> patches,
        List<Waiver> waivers) {
    /** The name of the service that callers from outside come in through. */
    public String entry() {
        return services.entrySet().stream()
                .filter(service -> service.getValue().entry())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a checked description has an entry"));
    }

    /** The Spring profile of its services. */
    public String springProfile() {
        return profile == null ? name : profile;
    }

    /** What clients of a described middleware connect to. */
    public int port(MiddlewareKind kind) {
        Middleware server = middleware.get(kind);
        return server == null || server.port() == null ? kind.usualPort() : server.port();
    }
}
