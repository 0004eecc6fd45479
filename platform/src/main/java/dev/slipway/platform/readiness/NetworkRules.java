package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Optional<List<IngressClass>> classes = around.all(IngressClass.class);
        if (wanted != null && classes.isEmpty()) {
            return Readiness.progressing("its class is not looked at yet");
        }
        boolean known = wanted == null
                || classes.orElseThrow().stream()
                        .anyMatch(candidate -> candidate.getMetadata().getName().equals(wanted));
        return known
                ? new Readiness.Ready(addresses(ingress))
                : Readiness.failed("there is no ingress class " + wanted);
    }

    private static String addresses(Ingress ingress) {
        String all = Stream.ofNullable(ingress.getStatus())
                .flatMap(status -> Stream.ofNullable(status.getLoadBalancer()))
                .flatMap(balancer -> balancer.getIngress().stream())
                .map(address -> address.getIp() == null ? address.getHostname() : address.getIp())
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "no address yet" : "at " + all;
    }
}
