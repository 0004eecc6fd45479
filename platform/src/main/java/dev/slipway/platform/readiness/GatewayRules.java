package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayStatus;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayStatusAddress;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gateways and the routes that hang on them, by what their controller says of them. Whether there is one is seen by their
 * class, which it accepts before anything else. Where there is none, nothing is waited for, as for an Ingress: one that
 * starts later takes what it finds. Nor is an address a gate.
 */
final class GatewayRules {
    private GatewayRules() {}

    static Readiness gateway(Gateway gateway, Around around) {
        GatewayStatus status = Objects.requireNonNullElseGet(gateway.getStatus(), GatewayStatus::new);
        Stream<Told> own = current(gateway, "", status.getConditions());
        Stream<Told> listeners = status.getListeners().stream()
                .flatMap(listener -> current(gateway, "listener " + listener.getName() + ": ", listener.getConditions())
                        .filter(told -> !told.accepts())); // its own word is the whole gateway's
        return Told.verdict(Stream.concat(listeners, own).toList(), address(status))
                .orElseGet(() -> unseen(gateway, around));
    }

    private static String address(GatewayStatus status) {
        String all = status.getAddresses().stream()
                .map(GatewayStatusAddress::getValue)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "no address yet" : "at " + all;
    }

    private static Readiness unseen(Gateway gateway, Around around) {
        Optional<List<GatewayClass>> classes = around.all(GatewayClass.class);
        if (classes.isEmpty()) {
            return Readiness.progressing("its class is not looked at yet");
        }
        String wanted = gateway.getSpec().getGatewayClassName();
        return named(classes.get(), wanted)
                .map(found -> awaited(isTaken(found)))
                .orElseGet(() -> Readiness.failed("there is no gateway class " + wanted));
    }

    static Readiness route(HTTPRoute route, Around around) {
        List<Told> told = route.getStatus() == null
                ? List.of()
                : route.getStatus().getParents().stream()
                        .flatMap(parent -> current(route, "", parent.getConditions()))
                        .toList();
        return Told.verdict(told, "").orElseGet(() -> unseen(route, around));
    }

    /** A gateway of another namespace is not seen, and not waited for. */
    private static Readiness unseen(HTTPRoute route, Around around) {
        Optional<List<Gateway>> gateways = around.all(Gateway.class);
        if (gateways.isEmpty()) {
            return Readiness.progressing("its gateway is not looked at yet");
        }
        List<GatewayClass> classes = around.all(GatewayClass.class).orElse(List.of());
        return awaited(route.getSpec().getParentRefs().stream()
                .filter(parent -> isNear(parent, route))
                .flatMap(parent -> named(gateways.get(), parent.getName()).stream())
                .flatMap(gateway -> named(classes, gateway.getSpec().getGatewayClassName()).stream())
                .anyMatch(GatewayRules::isTaken));
    }

    private static boolean isNear(ParentReference parent, HasMetadata route) {
        return parent.getNamespace() == null
                || parent.getNamespace().equals(route.getMetadata().getNamespace());
    }

    private static Readiness awaited(boolean controlled) {
        return controlled
                ? Readiness.progressing("its controller has not accepted it yet")
                : new Readiness.Ready("no controller has looked at it yet");
    }

    private static boolean isTaken(GatewayClass candidate) {
        return candidate.getStatus() != null
                && candidate.getStatus().getConditions().stream()
                        .anyMatch(condition -> new Told("", condition).accepts());
    }

    private static <T extends HasMetadata> Optional<T> named(List<T> candidates, String name) {
        return candidates.stream()
                .filter(candidate -> candidate.getMetadata().getName().equals(name))
                .findFirst();
    }

    /** What was said of an older form says nothing about this one. */
    private static Stream<Told> current(HasMetadata object, String about, List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> condition.getObservedGeneration() == null
                        || !ReadinessRules.outdated(object, condition.getObservedGeneration()))
                .map(condition -> new Told(about, condition));
    }
}
