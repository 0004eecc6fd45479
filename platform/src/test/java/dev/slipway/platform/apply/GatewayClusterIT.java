package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The definitions are there; the test is the controller. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class GatewayClusterIT extends OnCluster {
    private static final String UNSEEN = "no controller has looked at it yet";
    private static final String AWAITED = "its controller has not accepted it yet";
    private GatewayDefinitions definitions;

    @BeforeEach
    void defines() throws InterruptedException {
        definitions = new GatewayDefinitions(foreign);
        definitions.add();
    }

    @AfterEach
    void forgets() throws InterruptedException {
        foreign.namespaces().withName(namespace).delete();
        definitions.remove();
    }

    private ObjectId gateway() {
        return new ObjectId("gateway.networking.k8s.io/v1", "Gateway", namespace, "slipway");
    }

    private ObjectId route() {
        return new ObjectId("gateway.networking.k8s.io/v1", "HTTPRoute", namespace, "api");
    }

    private void gatewayClass(String accepted) {
        foreign.resource(Sample.yaml("""
                {apiVersion: gateway.networking.k8s.io/v1, kind: GatewayClass, metadata: {name: %s},
                 spec: {controllerName: example.com/none},
                 status: {conditions: [{type: Accepted, status: '%s', reason: R, message: m}]}}
                """.formatted(namespace, accepted))).create();
    }

    private String gatewayText() {
        return """
                {apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: slipway, namespace: %1$s},
                 spec: {gatewayClassName: %1$s}}
                """.formatted(namespace);
    }

    private String routeText() {
        return """
                {apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: api, namespace: %s},
                 spec: {parentRefs: [{name: slipway}]}}
                """.formatted(namespace);
    }

    /** Of the second generation: to the stand-ins of the definitions a status is a field like any other. */
    private static Map<String, ?> accepted(String status, String reason) {
        return Map.of(
                "conditions",
                List.of(Map.of(
                        "type",
                        "Accepted",
                        "status",
                        status,
                        "observedGeneration",
                        2,
                        "reason",
                        reason,
                        "message",
                        "m")));
    }

    private void write(Lookout lookout, String text) throws InterruptedException {
        HasMetadata object = Sample.yaml(text);
        ObjectNode tree = cluster.tree(object);
        tree.withObject("/metadata/labels").put(Ownership.ENVIRONMENT, namespace);
        lookout.wrote(
                ObjectId.of(object),
                cluster.apply(tree, false).at("/metadata/resourceVersion").asText());
    }

    private void namespaceIsThere() {
        foreign.resource(Sample.yaml("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace)))
                .create();
    }

    @Test
    void whatAControllerIsThereForIsWaitedForUntilItHasSaidItsWord() throws InterruptedException {
        namespaceIsThere();
        gatewayClass("True");
        try (var lookout = new Lookout(cluster, namespace)) {
            write(lookout, gatewayText());
            write(lookout, routeText());
            List<ObjectId> ids = List.of(gateway(), route());
            await().atMost(SOON).untilAsserted(() -> assertThat(lookout.of(ids))
                    .containsEntry(gateway(), Readiness.progressing(AWAITED))
                    .containsEntry(route(), Readiness.progressing(AWAITED)));

            cluster.merge(gateway(), Map.of("status", accepted("True", "Accepted")));
            cluster.merge(route(), Map.of("status", Map.of("parents", List.of(accepted("False", "UnsupportedValue")))));

            await().atMost(SOON).untilAsserted(() -> assertThat(lookout.of(ids))
                    .containsEntry(gateway(), new Readiness.Ready("no address yet"))
                    .containsEntry(route(), Readiness.failed("its controller says UnsupportedValue: m")));
        }
    }

    /** As for an Ingress: the definitions may be there before their controller. */
    @Test
    void anApplyDoesNotWaitForAControllerThatIsNotThere() throws InterruptedException {
        gatewayClass("Unknown");

        assertThat(apply(Sample.environment(namespace, "", gatewayText()))).isTrue();
        assertThat(events).contains(new ApplyEvent.Changed(gateway(), new Readiness.Ready(UNSEEN)));
    }

    @Test
    void anApplyFailsWhereTheClassIsMissing() {
        assertThatThrownBy(() -> apply(Sample.environment(namespace, "", gatewayText())))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED);
                    assertThat(error.what()).contains("there is no gateway class " + namespace);
                });
    }

    /** It comes so soon after the first that nobody would look at classes again. */
    @Test
    void theSecondIngressIsNotTakenForLost() throws InterruptedException {
        String text = "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: NAME, namespace: NS}, spec:"
                + " {ingressClassName: NS, defaultBackend: {service: {name: a, port: {number: 80}}}}}";
        namespaceIsThere();
        foreign.resource(Sample.yaml("{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: "
                        + namespace + "}, spec: {controller: example.com/none}}"))
                .create();
        try (var lookout = new Lookout(cluster, namespace)) {
            for (String name : List.of("a", "b")) {
                write(lookout, text.replace("NAME", name).replace("NS", namespace));
                var id = new ObjectId("networking.k8s.io/v1", "Ingress", namespace, name);
                var none = new ObjectId("networking.k8s.io/v1", "Ingress", namespace, "none");

                assertThat(lookout.of(List.of(id, none))).containsEntry(id, new Readiness.Ready("no address yet"));
            }
        }
    }
}
