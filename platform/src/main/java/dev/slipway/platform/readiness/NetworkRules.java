package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;

/** Services and Ingresses: what is asked is that they are reachable in principle, not that anything answers. */
final class NetworkRules {
    private NetworkRules() {}

    static Readiness service(Service service) {
        String type = service.getSpec().getType();
        if ("ExternalName".equals(type)) {
            return Readiness.ready();
        }
        String address = service.getSpec().getClusterIP();
        if (address == null || address.isEmpty()) {
            return Readiness.progressing("no cluster address yet");
        }
        boolean balanced = service.getStatus() != null
                && service.getStatus().getLoadBalancer() != null
                && !service.getStatus().getLoadBalancer().getIngress().isEmpty();
        return "LoadBalancer".equals(type) && !balanced
                ? Readiness.progressing("no address of the load balancer yet")
                : Readiness.ready();
    }

    /** Its address is no gate: a controller may publish none. */
    static Readiness ingress(Ingress ingress, Around around) {
        String wanted = ingress.getSpec().getIngressClassName();
        boolean known = wanted == null
                || around.ingressClasses().stream()
                        .anyMatch(candidate -> candidate.getMetadata().getName().equals(wanted));
        return known ? Readiness.ready() : Readiness.failed("there is no ingress class " + wanted);
    }
}
