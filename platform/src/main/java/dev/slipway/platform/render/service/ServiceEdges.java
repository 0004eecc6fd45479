package dev.slipway.platform.render.service;

import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import java.util.ArrayList;
import java.util.Set;

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
        if (context.reportsToDashboard()) {
            ingress.add(Edges.from(context, MiddlewareKind.SENTINEL_DASHBOARD.toString(), Set.of(Service.COMMANDS)));
        }
        if (service.outbound()) {
            egress.add(Edges.outbound(Set.of(HTTPS)));
        }
        service.needs().stream()
                .filter(need -> asksSentinels(context, need))
                .forEach(redis -> egress.add(Edges.to(context, redis, Set.of(SENTINEL_PORT))));
        return Edges.of(context, name, Set.of(), new Edges.More(ingress, egress));
    }

    /** Redis is asked for its primary at a port of its own. */
    private static boolean asksSentinels(Context context, String need) {
        var redis = context.environment().middleware().get(MiddlewareKind.REDIS);
        return need.equals(MiddlewareKind.REDIS.toString())
                && redis != null
                && redis.outside() == null
                && redis.replicas() > 1;
    }
}
