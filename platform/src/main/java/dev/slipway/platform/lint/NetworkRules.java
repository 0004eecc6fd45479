package dev.slipway.platform.lint;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPBackendRef;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who leads where, and who is let in. */
final class NetworkRules {
    private NetworkRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("service-has-pods", "A Service finds pods, and its ports are theirs.", NetworkRules::service),
                new Rule(
                        "ingress-backend",
                        "An Ingress or an HTTPRoute leads to a port of a Service.",
                        (subject, others) -> Stream.concat(ingress(subject, others), route(subject, others))),
                new Rule(
                        "edges-named",
                        "A policy names who is at the other end of an edge: it lets nobody in from everywhere.",
                        (subject, others) -> openEdges(subject)));
    }

    private static Stream<String> service(Subject subject, Surroundings others) {
        return subject.as(Service.class).flatMap(service -> {
            Map<String, String> selector = service.getSpec().getSelector();
            if (selector == null || selector.isEmpty()) {
                return Stream.empty(); // its addresses are written by hand, or it is only another name
            }
            List<Subject> found = others.workloads(subject.namespace())
                    .filter(pods -> pods.podLabels().entrySet().containsAll(selector.entrySet()))
                    .toList();
            if (found.isEmpty()) {
                return Stream.of("finds no pods by " + selector);
            }
            return service.getSpec().getPorts().stream()
                    .filter(port -> found.stream().noneMatch(pods -> has(pods, port)))
                    .map(port -> "leads to the port " + target(port) + ", which its pods do not have");
        });
    }

    private static String target(ServicePort port) {
        return port.getTargetPort() == null
                ? String.valueOf(port.getPort())
                : String.valueOf(port.getTargetPort().getValue());
    }

    private static boolean has(Subject pods, ServicePort wanted) {
        String target = target(wanted);
        return pods.containers()
                .flatMap(container -> container.getPorts().stream())
                .anyMatch(port ->
                        target.equals(port.getName()) || target.equals(String.valueOf(port.getContainerPort())));
    }

    private static Stream<String> ingress(Subject subject, Surroundings others) {
        return subject.as(Ingress.class)
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(HTTPIngressPath::getBackend)
                .flatMap(backend -> Stream.ofNullable(backend.getService()))
                .filter(backend -> !leadsSomewhere(backend, subject.namespace(), others))
                .map(backend -> "leads to " + backend.getName() + ", which is no Service with that port");
    }

    private static boolean leadsSomewhere(IngressServiceBackend backend, String namespace, Surroundings others) {
        String name = backend.getPort().getName();
        Integer number = backend.getPort().getNumber();
        return hasPort(
                others,
                namespace,
                backend.getName(),
                port -> name == null ? port.getPort().equals(number) : name.equals(port.getName()));
    }

    private static Stream<String> route(Subject subject, Surroundings others) {
        return subject.as(HTTPRoute.class)
                .flatMap(route -> route.getSpec().getRules().stream())
                .flatMap(rule -> rule.getBackendRefs().stream())
                .filter(backend ->
                        backend.getKind() == null || backend.getKind().equals("Service"))
                .filter(backend -> !leadsSomewhere(backend, subject.namespace(), others))
                .map(backend -> "leads to " + backend.getName() + ", which is no Service with that port");
    }

    private static boolean leadsSomewhere(HTTPBackendRef backend, String namespace, Surroundings others) {
        return hasPort(
                others,
                Optional.ofNullable(backend.getNamespace()).orElse(namespace),
                backend.getName(),
                port -> port.getPort().equals(backend.getPort()));
    }

    private static boolean hasPort(
            Surroundings others, String namespace, String service, Predicate<ServicePort> wanted) {
        return others.find("Service", namespace, service)
                .map(Service.class::cast)
                .filter(found -> found.getSpec().getPorts().stream().anyMatch(wanted))
                .isPresent();
    }

    private static Stream<String> openEdges(Subject subject) {
        Stream<String> from = subject.as(NetworkPolicy.class)
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .filter(rule -> rule.getFrom().isEmpty())
                .map(rule -> "lets in everybody: a rule without 'from'");
        Stream<String> to = subject.as(NetworkPolicy.class)
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .filter(rule -> rule.getTo().isEmpty())
                .map(rule -> "lets out to everywhere: a rule without 'to'");
        return Stream.concat(from, to);
    }
}
