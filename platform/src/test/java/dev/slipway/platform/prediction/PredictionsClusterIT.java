package dev.slipway.platform.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.platform.Ran;
import dev.slipway.platform.Written;
import dev.slipway.platform.apply.EnvironmentApply;
import dev.slipway.platform.apply.TestCluster;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Connection;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.doctor.Verdict;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.secrets.SelfSigned;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class PredictionsClusterIT {
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();
    private static final String NAMESPACE = "{apiVersion: v1, kind: Namespace, metadata: {name: NS}}";
    private final String namespace = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private Cluster cluster;

    @TempDir
    Path folder;

    @BeforeEach
    void connects() {
        cluster = new Connection(TestCluster.running().kubeconfig(), null).open();
    }

    @AfterEach
    void disconnects() {
        cluster.close();
    }

    private HasMetadata object(String text) {
        return Written.object(text.replace("NS", namespace));
    }

    private Manifests manifests(String... texts) {
        var all = Stream.of(texts)
                .map(text -> new Manifest(object(text), "api", Set.of()))
                .toList();
        return new Manifests("dev-ol", namespace, all, List.of());
    }

    private void given(String... texts) throws InterruptedException {
        for (String text : texts) {
            cluster.apply(cluster.tree(object(text)), false);
        }
    }

    private List<Finding> predictions(Manifests manifests) throws InterruptedException {
        return Predictions.of(new FactFinder(cluster, manifests, FactsText.ENVIRONMENT, Clock.systemUTC()).find());
    }

    private static String deployment(String name) {
        return """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: %s, namespace: NS}, spec: {selector: {matchLabels:
                 {app: %s}}, template: {metadata: {labels: {app: %s}}, spec: {containers: [{name: c, image: 'e.com/c:1',
                 resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {cpu: 10m, memory: 16Mi}}}]}}}}
                """.formatted(name, name, name);
    }

    @Test
    void aQuotaCountsWhatOthersHave() throws InterruptedException {
        given(
                NAMESPACE,
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q, namespace: NS}, spec: {hard: {requests.memory:"
                        + " 24Mi}}}",
                deployment("other"));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> cluster.list("v1", "Pod", namespace, ""), pods -> !pods.isEmpty());

        assertThat(predictions(manifests(deployment("api"))))
                .filteredOn(finding -> finding.check().equals("quota"))
                .singleElement()
                .extracting(Finding::found)
                .asString()
                .contains("16Mi used by others + 16Mi requested > 24Mi hard");
    }

    @Test
    void podsThatTheLevelForbidsAreForeseen() throws InterruptedException {
        given("{apiVersion: v1, kind: Namespace, metadata: {name: NS, labels: {pod-security.kubernetes.io/enforce:"
                + " restricted, pod-security.kubernetes.io/warn: restricted}}}");

        assertThat(predictions(manifests(deployment("api")))).anySatisfy(finding -> {
            assertThat(finding.check()).isEqualTo("pod security");
            assertThat(finding.found()).contains("Deployment " + namespace + "/api", "allowPrivilegeEscalation");
        });
        assertThat(cluster.get(new ObjectId("apps/v1", "Deployment", namespace, "api")))
                .isEmpty();
    }

    @Test
    void aCertificateThatEndsIsForeseenByWhoeverHasMadeIt() throws Exception {
        String signed =
                SelfSigned.of(List.of("api.example.com"), new SecureRandom()).certificatePem();
        given(NAMESPACE);
        Secret ours = new SecretBuilder()
                .withNewMetadata()
                .withName("api-tls")
                .withNamespace(namespace)
                .addToLabels("slipway.dev/environment", "dev-ol")
                .endMetadata()
                .withType("kubernetes.io/tls")
                .addToStringData("tls.crt", signed)
                .addToStringData("tls.key", "unread")
                .build();
        cluster.apply(cluster.tree(ours), false);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(SelfSigned.DAYS + 1));

        assertThat(Predictions.of(new FactFinder(cluster, manifests(), FactsText.ENVIRONMENT, later).find()))
                .filteredOn(finding -> finding.found().contains("api-tls"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
                    assertThat(finding.found()).contains("has ended");
                    assertThat(finding.fix()).contains("kubectl delete secret api-tls -n " + namespace);
                });
        assertThat(predictions(manifests()))
                .noneMatch(finding -> finding.found().contains("api-tls"));
    }

    @Test
    void classesAndSecretsThatAreNotThereAreForeseen() throws InterruptedException {
        given(NAMESPACE);
        var findings = predictions(manifests(
                "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: NS}, spec: {storageClassName:"
                        + " none-NS, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}",
                "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: NS}, spec:"
                        + " {ingressClassName: none-NS}}"));

        assertThat(findings)
                .extracting(Finding::found)
                .anyMatch(found -> found.startsWith("there is no StorageClass none-" + namespace + "; there is"))
                .anyMatch(found -> found.startsWith("there is no IngressClass none-" + namespace))
                .anyMatch(found -> found.startsWith("there is no Secret api-tls"));
    }

    @Test
    void aFieldThatCannotBeChangedIsNamedWithTheWayOut() throws InterruptedException {
        String set =
                "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: NS}, spec: {serviceName: %s,"
                        + " replicas: 0, selector: {matchLabels: {app: db}}, template: {metadata: {labels: {app: db}}, spec:"
                        + " {containers: [{name: c, image: 'e.com/c:1'}]}}}}";
        given(NAMESPACE, set.formatted("one"));

        try (var apply = new EnvironmentApply(
                cluster, manifests(set.formatted("two")), new SecureRandom(), Clock.systemUTC(), event -> {})) {
            assertThatThrownBy(apply::plan).isInstanceOfSatisfying(UserError.class, error -> {
                assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED);
                assertThat(error.what()).contains("spec.serviceName: one → two");
                assertThat(error.fix()).contains("kubectl delete statefulset db -n " + namespace + " --cascade=orphan");
            });
        }
    }

    @Test
    void whoeverLacksRightsIsToldWhichBeforeAnythingIsWritten() throws InterruptedException, IOException {
        given(NAMESPACE, "{apiVersion: v1, kind: ServiceAccount, metadata: {name: guest, namespace: NS}}");
        Path kubeconfig = TestCluster.running().kubeconfigOf(namespace, "guest", folder);

        for (String command : List.of("plan", "apply")) {
            var ran = Ran.onCluster(
                    SOURCES,
                    kubeconfig,
                    command,
                    "-e",
                    "dev-ol",
                    "-n",
                    namespace,
                    "--registry",
                    "r.example.com",
                    "--tag",
                    "1");

            assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(ran.err())
                    .contains(
                            "not permitted: create Deployment in " + namespace,
                            "not permitted: patch Secret in " + namespace,
                            "not permitted: update Lease in " + namespace,
                            "not permitted: create Namespace");
        }
        assertThat(cluster.list("coordination.k8s.io/v1", "Lease", namespace, ""))
                .isEmpty();
    }

    @Test
    void kindsThatNobodyDefinesAreForeseen() {
        var ran = Ran.onCluster(
                SOURCES,
                TestCluster.running().kubeconfig(),
                "plan",
                "-e",
                "prod-ol",
                "-n",
                namespace,
                "--registry",
                "r.example.com",
                "--tag",
                "1");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("does not know HTTPRoute of gateway.networking.k8s.io/v1");
    }
}
