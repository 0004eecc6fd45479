package dev.slipway.platform.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.doctor.Verdict;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.render.Rendering;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.HandMadeSecret;
import dev.slipway.platform.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsTests {
    private static final String API = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: api, namespace: his},"
            + " spec: {replicas: 3, selector: {matchLabels: {app: api}}, template: {metadata: {labels: {app: api}}, spec:"
            + " {initContainers: [{name: i, resources: {requests: {memory: 700Mi}}}], containers: [{name: a, resources:"
            + " {requests: {memory: 512Mi, cpu: 250m}, limits: {memory: 512Mi}}}]}}}}";
    private static final String JOB = "{apiVersion: batch/v1, kind: Job, metadata: {name: job, namespace: his},"
            + " spec: {template: {metadata: {}, spec: {containers: [{name: a}]}}}}";
    private static final String SCALER =
            "{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: api,"
                    + " namespace: his}, spec: {scaleTargetRef: {kind: Deployment, name: api}, minReplicas: 3, maxReplicas: 6}}";
    private static final String SET =
            "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: his}, spec:"
                    + " {replicas: 2, selector: {matchLabels: {app: db}}, template: {metadata: {labels: {app: db}}, spec:"
                    + " {containers: []}}, volumeClaimTemplates: [{metadata: {name: data}, spec: {%s resources: {requests:"
                    + " {storage: 10Gi}}}}]}}";
    private static final String INGRESS = "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i},"
            + " spec: {ingressClassName: nginx}}";
    private static final String GATEWAY =
            "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g},"
                    + " spec: {gatewayClassName: slipway}}";

    record Row(String name, FactsText facts, Verdict verdict, String found, String fix) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String quota(String hard) {
        return "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q, namespace: his}, spec: {hard: {" + hard
                + "}}}";
    }

    private static String pod(String label, String phase) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: x, namespace: his, labels: {app: " + label
                + "}}, status: {phase: " + phase
                + "}, spec: {containers: [{name: c, resources: {requests: {memory: 1Gi}}}]}}";
    }

    private static String unpulled(String image, String reason) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: x, namespace: his, labels: {app: api}}, spec: {containers: [{name:"
                + " a, image: 'r/api:2'}]}, status: {containerStatuses: [{name: a, image: '" + image
                + "', state: {waiting: {reason: " + reason + ", message: not found}}}]}}";
    }

    private static String storage(String name, String annotations) {
        return "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: " + name + ", annotations: {"
                + annotations + "}}, provisioner: x}";
    }

    private static String named(String version, String kind, String name) {
        return "{apiVersion: " + version + ", kind: " + kind + ", metadata: {name: " + name + "}}";
    }

    static Stream<Row> wrong() {
        return Stream.of(
                new Row(
                        "memory",
                        FactsText.of(API, quota("requests.memory: 2Gi")),
                        Verdict.PROBLEM,
                        "quota q, requests.memory: 0Mi used by others + 2100Mi requested > 2048Mi hard",
                        "deploy/dev-ol/platform.yaml: namespace.quota.memory"),
                new Row(
                        "memory with others",
                        FactsText.of(API, quota("requests.memory: 3Gi")).live(pod("other", "Running")),
                        Verdict.PROBLEM,
                        "1024Mi used by others + 2100Mi requested > 3072Mi hard",
                        "namespace.quota.memory"),
                new Row(
                        "no room for a rollout",
                        FactsText.of(API, quota("pods: 3")),
                        Verdict.PROBLEM,
                        "3 requested + 1 for one more pod, which a rollout or a Job needs, > 3 hard",
                        "namespace.quota.pods"),
                new Row(
                        "no room for a Job",
                        FactsText.of(
                                API.replace("spec: {replicas", "spec: {strategy: {type: Recreate}, replicas"),
                                JOB,
                                quota("pods: 3")),
                        Verdict.PROBLEM,
                        "3 requested + 1 for one more pod",
                        "namespace.quota.pods"),
                new Row(
                        "no room for the most",
                        FactsText.of(API.replace("replicas: 3, ", ""), SCALER, quota("pods: 7")),
                        Verdict.WARNING,
                        "8 when all is replaced at once, and scaled to its most, > 7 hard",
                        "namespace.quota.pods"),
                new Row(
                        "somebody else's quota",
                        FactsText.of(API).live(quota("pods: 2")),
                        Verdict.PROBLEM,
                        "pods: 0 used by others + 3 requested > 2 hard",
                        "namespace.quota.pods"),
                new Row(
                        "cpu",
                        FactsText.of(API, quota("cpu: 500m")),
                        Verdict.PROBLEM,
                        "0.75 requested > 0.5 hard",
                        "namespace.quota.cpu"),
                new Row(
                        "storage",
                        FactsText.of(SET.formatted("storageClassName: s,"), quota("requests.storage: 15Gi"))
                                .live(storage("s", "")),
                        Verdict.PROBLEM,
                        "20480Mi requested > 15360Mi hard",
                        "namespace.quota.storage"),
                new Row(
                        "no storage class",
                        FactsText.of(SET.formatted("storageClassName: fast,")).live(storage("slow", "")),
                        Verdict.PROBLEM,
                        "there is no StorageClass fast; there is slow",
                        "cluster.storageClass"),
                new Row(
                        "no default class",
                        FactsText.of(SET.formatted("")).live(storage("slow", "")),
                        Verdict.PROBLEM,
                        "there are 0 default ones",
                        "cluster.storageClass"),
                new Row(
                        "no ingress class",
                        FactsText.of(INGRESS),
                        Verdict.PROBLEM,
                        "there is no IngressClass nginx, nor any other",
                        "cluster.ingressClass"),
                new Row(
                        "no gateway class",
                        FactsText.of(GATEWAY),
                        Verdict.PROBLEM,
                        "there is no GatewayClass slipway",
                        "cluster.gatewayClass"),
                new Row(
                        "no certificate yet",
                        FactsText.of().secrets(true, Map.of("pull", Set.of(".dockerconfigjson"))),
                        Verdict.WARNING,
                        "there is no Secret api-tls with tls.crt and tls.key",
                        "kubectl create secret tls api-tls"),
                new Row(
                        "half a certificate",
                        FactsText.of()
                                .secrets(
                                        true,
                                        Map.of("pull", Set.of(".dockerconfigjson"), "api-tls", Set.of("tls.crt"))),
                        Verdict.PROBLEM,
                        "Secret api-tls lacks tls.key",
                        "services.api.expose.tls"),
                new Row(
                        "no pull secret",
                        FactsText.of().secrets(true, Map.of("api-tls", Set.of("tls.crt", "tls.key"))),
                        Verdict.PROBLEM,
                        "there is no Secret pull with .dockerconfigjson",
                        "kubectl create secret docker-registry pull …; or let 'slipway apply --docker-config FILE' make it; or"),
                new Row(
                        "no password of a server elsewhere",
                        FactsText.of().secrets(true, Map.of()).outside(),
                        Verdict.PROBLEM,
                        "there is no Secret mysql-outside with mysql-password-api",
                        "kubectl create secret generic mysql-outside …; or deploy/dev-ol/platform.yaml: middleware.mysql.outside"),
                new Row(
                        "half of what somebody makes for a service",
                        FactsText.of()
                                .secrets(true, Map.of("carrier", Set.of("carrier-user")))
                                .handMade(),
                        Verdict.PROBLEM,
                        "Secret carrier lacks carrier-key",
                        "kubectl create secret generic carrier …; or deploy/dev-ol/platform.yaml: services.api.handMadeSecrets"),
                new Row(
                        "no certificate in production",
                        FactsText.of()
                                .secrets(true, Map.of("pull", Set.of(".dockerconfigjson")))
                                .brought(certificate(new BroughtSecret.ByHand())),
                        Verdict.WARNING,
                        "there is no Secret api-tls with tls.crt and tls.key",
                        "kubectl create secret tls api-tls …; or let an issuer make it; or deploy/dev-ol/platform.yaml"),
                new Row(
                        "half of a certificate, which nobody completes",
                        FactsText.of()
                                .secrets(
                                        true, Map.of("pull", Set.of(".dockerconfigjson"), "api-tls", Set.of("tls.crt")))
                                .brought(certificate(new BroughtSecret.SelfSigned(List.of("api.example.com")))),
                        Verdict.PROBLEM,
                        "Secret api-tls lacks tls.key",
                        "services.api.expose.tls"),
                new Row(
                        "a certificate of ours that has ended",
                        FactsText.of().certificate(-1, true, "api.example.com"),
                        Verdict.WARNING,
                        "the certificate in Secret api-tls has ended at 2026-11-29T12:00:00Z: browsers refuse it",
                        "'kubectl delete secret api-tls -n his', then 'slipway apply -e dev-ol' makes another"),
                new Row(
                        "a certificate of somebody else's that is about to end",
                        FactsText.of().certificate(13, false, "*.example.com"),
                        Verdict.WARNING,
                        "the certificate in Secret api-tls ends at 2026-12-13T12:00:00Z",
                        "whoever has made it"),
                new Row(
                        "a certificate for others",
                        FactsText.of().certificate(300, false, "example.com", "*.api.example.com"),
                        Verdict.WARNING,
                        "is not for api.example.com: browsers refuse it there",
                        "whoever has made it"),
                new Row(
                        "no certificate at all",
                        FactsText.of().certificate(new FoundCertificate(Optional.empty(), false)),
                        Verdict.WARNING,
                        "the certificate in Secret api-tls cannot be read",
                        "whoever has made it"),
                new Row(
                        "an image that nodes do not get",
                        FactsText.of(API.replace("name: a, ", "name: a, image: 'r/api:2', "))
                                .live(unpulled("r/api:2", "ImagePullBackOff")),
                        Verdict.WARNING,
                        "image r/api:2 cannot be pulled (ImagePullBackOff): not found, as of pod x",
                        "push it, else deploy/dev-ol/platform.yaml: services.api.image"),
                new Row(
                        "no namespace for a pull secret",
                        FactsText.of().secrets(false, Map.of("api-tls", Set.of("tls.crt", "tls.key"))),
                        Verdict.WARNING,
                        "there is no Secret pull",
                        "cluster.imagePullSecret"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isForeseenWithTheWayOut(Row row) {
        assertThat(Predictions.of(row.facts().facts())).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(row.verdict());
            assertThat(finding.found()).contains(row.found());
            assertThat(finding.fix()).contains(row.fix());
        });
    }

    static Stream<FactsText> right() {
        return Stream.of(
                FactsText.of()
                        .secrets(true, Map.of("pull", Set.of(".dockerconfigjson")))
                        .brought(certificate(new BroughtSecret.SelfSigned(List.of("api.example.com")))),
                FactsText.of().certificate(15, true, "api.example.com"),
                FactsText.of().certificate(15, false, "*.example.com"),
                FactsText.of(API, quota("requests.memory: 2800Mi, pods: 4, limits.memory: 2Gi")),
                FactsText.of(API, quota("requests.memory: 2800Mi")).live(quota("requests.memory: 1Gi")),
                FactsText.of(API, quota("requests.memory: 2800Mi"))
                        .live(pod("api", "Running"), pod("other", "Succeeded")),
                FactsText.of(API.replace("name: a, ", "name: a, image: 'r/api:2', "))
                        .live(unpulled("r/api:1", "ImagePullBackOff"), unpulled("r/api:2", "ContainerCreating")),
                FactsText.of(API).live(quota("pods: 1").replace("spec: {", "spec: {scopes: [BestEffort], ")),
                FactsText.of(SET.formatted("storageClassName: '',")),
                FactsText.of(SET.formatted(""))
                        .live(storage("slow", "storageclass.kubernetes.io/is-default-class: 'true'")),
                FactsText.of(SET.formatted("storageClassName: own,"), storage("own", "")),
                FactsText.of(SET.formatted("storageClassName: gone,")).live(bound("data-db-0"), bound("data-db-1")),
                FactsText.of(INGRESS).live(named("networking.k8s.io/v1", "IngressClass", "nginx")),
                FactsText.of(GATEWAY, named("gateway.networking.k8s.io/v1", "GatewayClass", "slipway")));
    }

    private static BroughtSecret certificate(BroughtSecret.Making making) {
        return new BroughtSecret("his", "api-tls", "api", HandMadeSecret.Form.TLS, making);
    }

    private static String bound(String claim) {
        return "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: " + claim
                + "}, spec: {}, status: {phase: Bound}}";
    }

    @ParameterizedTest
    @MethodSource("right")
    void whatIsInOrderIsNotTalkedAbout(FactsText facts) {
        assertThat(Predictions.of(facts.facts())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev-ol", "prod-ol"})
    void theQuotaOfACommittedEnvironmentHasRoomForItsRollouts(String name) {
        Path home = Path.of("..").toAbsolutePath().normalize();
        var environment = Descriptions.load(new Workspace(home, home.resolve(".slipway")), name);
        var rendered = Rendering.of(
                environment, new Variables("registry.example.com", "his", "1"), new Contents(new TreeMap<>()));

        assertThat(Predictions.of(FactsText.of(rendered).facts()))
                .filteredOn(finding -> finding.check().equals("quota"))
                .isEmpty();
    }

    @Test
    void aMissingRightRefusesAndIsListedFirst() {
        var findings = Predictions.of(FactsText.of(API, quota("pods: 1"))
                .facts(
                        List.of("HTTPRoute of gateway.networking.k8s.io/v1"),
                        List.of("create Deployment in his"),
                        Map.of("Deployment his/api", "would violate PodSecurity \"restricted:latest\": runAsNonRoot")));

        assertThat(findings)
                .extracting(Finding::check)
                .containsExactly("permissions", "kinds", "quota", "pod security");
        assertThatThrownBy(() -> Predictions.orThrow(findings)).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(error.what()).contains("create Deployment in his", "HTTPRoute", "pods: 0", "runAsNonRoot");
        });
    }

    @Test
    void otherProblemsFailAndWarningsDoNot() {
        var problems = Predictions.of(FactsText.of(INGRESS).facts());
        assertThatThrownBy(() -> Predictions.orThrow(problems))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED));

        Predictions.orThrow(
                Predictions.of(FactsText.of().secrets(false, Map.of()).facts()));
    }
}
