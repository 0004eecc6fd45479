package dev.slipway.platform.diagnosis.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.platform.apply.TestCluster;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Connection;
import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each failure as a real API server, scheduler and controllers show it; what a kubelet would say is simulated. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class DiagnoseClusterIT {
    private final String namespace = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private Cluster cluster;

    @BeforeEach
    void connects() {
        cluster = new Connection(TestCluster.running().kubeconfig(), null).open();
    }

    @AfterEach
    void disconnects() {
        cluster.close();
    }

    private void put(Manifests manifests) throws InterruptedException {
        for (Manifest manifest : manifests.manifests()) {
            cluster.apply(cluster.tree(manifest.object()), false);
        }
    }

    private Diagnosis diagnosis(Manifests manifests, Cause expected) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> new Investigation(cluster, manifests, Troubled.ENVIRONMENT)
                                .of("").stream()
                                        .reduce((first, second) -> first)
                                        .orElse(new Diagnosis("", Cause.NOT_READY, "", List.of(), "")),
                        found -> found.cause() == expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ImagePullBackOff           |                                                    | IMAGE             | example.com/api:1 cannot be pulled  | image
            CrashLoopBackOff           | kwok.test/exit-code: '42'                          | CRASH             | with exit code 42                   | environment
            CreateContainerConfigError | kwok.test/message: couldn't find key pin in Secret ns/api-secrets | REFERENCE_MISSING | the key pin of the Secret api-secrets | secrets
            OOMKilled                  |                                                    | OUT_OF_MEMORY     | its limit is 16Mi                   | memory
            """)
    void aPodThatCannotWorkNamesItsCauseAndTheKey(String fate, String more, Cause cause, String what, String field)
            throws InterruptedException {
        String annotations = "kwok.test/fail: " + fate + (more == null ? "" : ", " + more);
        var manifests = Troubled.environment(namespace, annotations, "", "16Mi", "");
        put(manifests);

        Diagnosis found = diagnosis(manifests, cause);

        assertThat(found.object()).isEqualTo("Deployment " + namespace + "/api");
        assertThat(found.what()).contains(what);
        assertThat(found.change()).contains("deploy/dev-ol/platform.yaml: services.api." + field);
    }

    @Test
    void tooLargeForEveryNodeItIsToldOfHowManyNodesWhatIsMissing() throws InterruptedException {
        var manifests = Troubled.environment(namespace, "", "", "100Gi", "");
        put(manifests);

        Diagnosis found = diagnosis(manifests, Cause.UNSCHEDULABLE);

        assertThat(found.evidence()).contains("3 of 3 nodes: Insufficient memory");
        assertThat(found.change()).contains("deploy/dev-ol/platform.yaml: services.api.memory");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            QUOTA        | {apiVersion: v1, kind: ResourceQuota, metadata: {name: q, namespace: NAMESPACE}, spec: {hard: {requests.memory: 8Mi}}} | 16Mi requested > 8Mi hard | namespace.quota.memory
            POD_SECURITY | {apiVersion: v1, kind: Namespace, metadata: {name: NAMESPACE, labels: {pod-security.kubernetes.io/enforce: restricted}}} | runAsNonRoot | namespace.podSecurity
            POD_REFUSED  | {apiVersion: v1, kind: LimitRange, metadata: {name: l, namespace: NAMESPACE}, spec: {limits: [{type: Container, max: {memory: 8Mi}}]}} | maximum memory usage per Container is 8Mi | patches
            """)
    void podsThatAreRefusedNameWhoRefusesThem(Cause cause, String more, String shown, String key)
            throws InterruptedException {
        var manifests = Troubled.environment(namespace, "", "", "16Mi", more);
        put(manifests);

        Diagnosis found = diagnosis(manifests, cause);

        assertThat(found.what() + found.evidence()).contains(shown);
        assertThat(found.change()).contains("deploy/dev-ol/platform.yaml: " + key);
    }

    @Test
    void aClaimWithoutItsClassNamesTheClass() throws InterruptedException {
        var manifests = Troubled.environment(
                namespace,
                "",
                "volumes: [{name: data, persistentVolumeClaim: {claimName: data}}],",
                "16Mi",
                "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: NAMESPACE}, spec:"
                        + " {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}");
        put(manifests);

        Diagnosis found = diagnosis(manifests, Cause.VOLUME);

        assertThat(found.what()).contains("there is no storage class fast");
        assertThat(found.change()).contains("deploy/dev-ol/platform.yaml: cluster.storageClass");
    }

    @Test
    void whatWorksIsNotTalkedAbout() throws InterruptedException {
        var manifests = Troubled.environment(namespace, "", "", "16Mi", "");
        put(manifests);

        await().atMost(Duration.ofSeconds(60)).until(() -> new Investigation(cluster, manifests, Troubled.ENVIRONMENT)
                .of("")
                .isEmpty());
    }

    @Test
    void whatIsNotThereIsToldOnce() throws InterruptedException {
        var manifests = Troubled.environment(namespace, "", "", "16Mi", "");

        assertThat(new Investigation(cluster, manifests, Troubled.ENVIRONMENT).of(""))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.cause()).isEqualTo(Cause.NOT_APPLIED);
                    assertThat(found.evidence()).contains("Deployment " + namespace + "/api");
                    assertThat(found.change()).isEqualTo("slipway apply -e dev-ol");
                });
    }
}
