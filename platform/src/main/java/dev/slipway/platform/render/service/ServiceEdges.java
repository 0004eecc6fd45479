package dev.slipway.platform.render.service;

import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Outside;
import dev.slipway.platform.spec.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who may connect to a service, and what it may connect to. */
final class ServiceEdges {
    private static final int HTTPS = 443;
    private static final int SENTINEL_PORT = 26379;

    private ServiceEdges() {}

    static NetworkPolicy of(Context context, String name, Service service) {
        var ingress = new ArrayList<NetworkPolicyIngressRule>();
        var egress = new ArrayList<NetworkPolicyEgressRule>();
        if (service.expose() != null) {
            ingress.add(Edges.from(context.edgeNamespace(), Set.of(service.port())));
        }
        if (service.outbound()) {
            egress.add(Edges.outbound(Set.of(HTTPS)));
        }
        service.needs().forEach(need -> egress.addAll(beyondPods(context, need)));
        return Edges.of(context, name, Set.of(), new Edges.More(ingress, egress));
    }

    /** A server elsewhere has no pods to name, and Redis is asked for its primary at a port of its own. */
    private static List<NetworkPolicyEgressRule> beyondPods(Context context, String need) {
        return MiddlewareKind.named(need).stream()
                .flatMap(kind -> {
                    var server = context.environment().middleware().get(kind);
                    if (server == null) {
                        return Stream.of();
                    }
                    if (server.outside() != null) {
                        return outside(context, kind, server.outside());
                    }
                    return kind == MiddlewareKind.REDIS && server.replicas() > 1
                            ? Stream.of(Edges.to(context, need, Set.of(SENTINEL_PORT)))
                            : Stream.of();
                })
                .toList();
    }

    private static Stream<NetworkPolicyEgressRule> outside(Context context, MiddlewareKind kind, Outside outside) {
        Set<Integer> ports = kind.clientPorts(context.environment().port(kind));
        return outside.addresses().isEmpty()
                ? Stream.of(Edges.to("0.0.0.0/0", ports))
                : outside.addresses().stream().map(address -> Edges.to(address + "/32", ports));
    }
}
