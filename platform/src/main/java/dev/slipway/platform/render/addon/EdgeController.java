package dev.slipway.platform.render.addon;

import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.spec.Addon.ServiceType;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the controllers that let callers in have in common: the way from outside, and the way to the services. */
record EdgeController(Installation addon) {
    static final String HTTP = "http";
    static final String HTTPS = "https";
    static final int HTTP_PORT = 80;
    static final int HTTPS_PORT = 443;

    /** Callers keep their addresses, by which they are counted: they are sent only to nodes that have a pod of it. */
    Service service() {
        ServiceType type = addon.description().serviceType();
        return new ServiceBuilder(Shared.service(addon.own(), addon.name(), Map.of(HTTP, HTTP_PORT, HTTPS, HTTPS_PORT)))
                .editSpec()
                .withType(type.kubernetes())
                .withExternalTrafficPolicy(type == ServiceType.CLUSTER_IP ? null : "Local")
                .endSpec()
                .build();
    }

    /** From everybody, and on to the services that are exposed. */
    Edges.More edges() {
        Context environment = addon.environment();
        var ports = new TreeSet<Integer>();
        environment.environment().services().forEach((name, service) -> {
            if (service.expose() != null) {
                ports.addAll(environment.portsOf(name));
            }
        });
        return new Edges.More(
                List.of(Edges.fromAnywhere(Set.of(HTTP_PORT, HTTPS_PORT))),
                List.of(Edges.toApiServer(), Edges.toNamespace(environment.namespace(), ports)));
    }
}
