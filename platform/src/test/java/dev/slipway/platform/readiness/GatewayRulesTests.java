package dev.slipway.platform.readiness;

import static dev.slipway.platform.readiness.Row.fails;
import static dev.slipway.platform.readiness.Row.ready;
import static dev.slipway.platform.readiness.Row.waits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Written;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayRulesTests {
    private static final String UNSEEN = "no controller has looked at it yet";
    private static final String AWAITED = "its controller has not accepted it yet";
    private static final String YES = condition("Accepted", "True", 2, "Accepted");
    private static final String RESOLVED = condition("ResolvedRefs", "True", 2, "ResolvedRefs");

    /** What the definition gives every Gateway to begin with. */
    private static final String NOT_YET = condition("Accepted", "Unknown", 1, "Pending");

    private static String condition(String type, String status, int generation, String reason) {
        return "{type: %s, status: '%s', observedGeneration: %d, reason: %s, message: m}"
                .formatted(type, status, generation, reason);
    }

    static Stream<Row> gateways() {
        return Stream.of(
                ready("accepted", gateway("taken", conditions(YES)), "no address yet"),
                ready(
                        "with an address",
                        gateway("taken", conditions(YES) + ", addresses: [{value: 1.2.3.4}, {value: lb.example.com}]"),
                        "at 1.2.3.4, lb.example.com"),
                ready(
                        "without an address to be programmed with",
                        gateway("taken", conditions(YES, condition("Programmed", "False", 2, "AddressNotAssigned"))),
                        "no address yet"),
                fails(
                        "refused",
                        gateway("taken", conditions(condition("Accepted", "False", 2, "UnsupportedAddress"))),
                        "its controller says UnsupportedAddress: m"),
                waits("refused before", gateway("taken", conditions(condition("Accepted", "False", 1, "R"))), AWAITED),
                waits("accepted before", gateway("taken", conditions(YES.replace("2", "1"))), AWAITED),
                waits(
                        "not yet accepted",
                        gateway("taken", conditions(condition("Accepted", "False", 2, "Pending"))),
                        "its controller says Pending: m"),
                waits("not looked at", gateway("taken", ""), AWAITED),
                waits("not looked at by the definition", gateway("taken", conditions(NOT_YET)), AWAITED),
                ready("without a controller", gateway("idle", conditions(NOT_YET)), UNSEEN),
                ready("without a controller that it had", gateway("idle", conditions(YES.replace("2", "1"))), UNSEEN),
                fails("without class", gateway("other", ""), "there is no gateway class other"));
    }

    static Stream<Row> listeners() {
        return Stream.of(
                ready("a listener", listener(YES, RESOLVED)),
                fails(
                        "a listener that is refused",
                        listener(condition("Accepted", "False", 2, "PortUnavailable"), RESOLVED),
                        "listener web: its controller says PortUnavailable: m"),
                waits(
                        "a certificate that is not seen yet",
                        listener(YES, condition("ResolvedRefs", "False", 2, "InvalidCertificateRef")),
                        "listener web: its controller says InvalidCertificateRef: m"),
                waits(
                        "a listener that makes its gateway invalid, and is not yet to be programmed",
                        gateway(
                                "taken",
                                "%s, listeners: [{name: web, %s}]"
                                        .formatted(
                                                conditions(condition("Accepted", "False", 2, "ListenersNotValid")),
                                                conditions(
                                                        condition("Programmed", "False", 2, "Invalid"),
                                                        condition(
                                                                "ResolvedRefs", "False", 2, "InvalidCertificateRef")))),
                        "listener web: its controller says InvalidCertificateRef: m"),
                ready(
                        "a listener that was refused before",
                        listener(condition("Accepted", "False", 1, "PortUnavailable"))),
                waits(
                        "a listener alone",
                        gateway("taken", "listeners: [{name: web, conditions: [%s]}]".formatted(YES)),
                        AWAITED));
    }

    static Stream<Row> routes() {
        return Stream.of(
                ready("route", route("taken", parents(YES, RESOLVED))),
                fails(
                        "route refused",
                        route("taken", parents(condition("Accepted", "False", 2, "UnsupportedValue"))),
                        "its controller says UnsupportedValue: m"),
                fails(
                        "route to what it may not reach",
                        route("taken", parents(YES, condition("ResolvedRefs", "False", 2, "RefNotPermitted"))),
                        "its controller says RefNotPermitted: m"),
                waits(
                        "route to a Service that is not seen yet",
                        route("taken", parents(YES, condition("ResolvedRefs", "False", 2, "BackendNotFound"))),
                        "its controller says BackendNotFound: m"),
                waits(
                        "route to a listener that is not seen yet",
                        route("taken", parents(condition("Accepted", "False", 2, "NoMatchingParent"))),
                        "its controller says NoMatchingParent: m"),
                waits("route accepted before", route("taken", parents(YES.replace("2", "1"))), AWAITED),
                waits("route without status", route("taken", ""), AWAITED),
                ready("route without a controller", route("idle", ""), UNSEEN),
                ready("route of a gateway without class", route("none", ""), UNSEEN),
                ready("route without its gateway", route("other", ""), UNSEEN),
                ready("route of a gateway elsewhere", route("taken, namespace: elsewhere", ""), UNSEEN));
    }

    @ParameterizedTest
    @MethodSource({"gateways", "listeners", "routes"})
    void everyRowOfTheTableHasItsVerdict(Row row) {
        row.assertVerdict();
    }

    /** Else it would be taken for ready, or for lost, before anybody has seen its class. */
    @ParameterizedTest
    @CsvSource({
        "gateway.networking.k8s.io/v1, Gateway, its class",
        "gateway.networking.k8s.io/v1, HTTPRoute, its gateway",
        "networking.k8s.io/v1, Ingress, its class"
    })
    void nothingIsSaidBeforeItsClassIsLookedAt(String version, String kind, String what) {
        HasMetadata object = Row.object(
                version,
                kind,
                "spec: {%s: taken}".formatted(kind.equals("Gateway") ? "gatewayClassName" : "ingressClassName"));

        assertThat(ReadinessRules.of(object, Around.NOTHING))
                .isEqualTo(Readiness.progressing(what + " is not looked at yet"));
    }

    /** So that it is not asked for when it is known already. */
    @ParameterizedTest
    @ValueSource(strings = {"Gateway", "HTTPRoute"})
    void whatItsControllerSaysCountsWhateverStandsAround(String kind) {
        HasMetadata object = kind.equals("Gateway") ? gateway("taken", conditions(YES)) : route("taken", parents(YES));

        assertThat(ReadinessRules.of(object, Around.NOTHING)).isInstanceOf(Readiness.Ready.class);
    }

    private static String conditions(String... conditions) {
        return "conditions: [%s]".formatted(String.join(", ", conditions));
    }

    private static String parents(String... conditions) {
        return "parents: [{parentRef: {name: taken}, %s}]".formatted(conditions(conditions));
    }

    private static HasMetadata listener(String... conditions) {
        return gateway("taken", "%s, listeners: [{name: web, %s}]".formatted(conditions(YES), conditions(conditions)));
    }

    private static HasMetadata gateway(String name, String status) {
        return written("Gateway", "gatewayClassName: " + name, status);
    }

    private static HasMetadata route(String parent, String status) {
        return written("HTTPRoute", "parentRefs: [{name: %s}]".formatted(parent), status);
    }

    private static HasMetadata written(String kind, String spec, String status) {
        return Written.object("""
                {apiVersion: gateway.networking.k8s.io/v1, kind: %s, metadata: {name: o, namespace: his, generation: 2},
                 spec: {%s}, status: {%s}}
                """.formatted(kind, spec, status), HasMetadata.class);
    }
}
