package dev.slipway.platform.apply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.cluster.Connection;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Each trouble has its words and its exit code, and once it is over the same command goes on. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class TroubleClusterIT extends OnCluster {
    private static final Duration SHORT = Duration.ofSeconds(20);

    private static void assertEnds(ThrowingCallable call, ExitCode exit, String... words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).as(error.what()).isEqualTo(exit);
            assertThat(error.what()).contains(words);
        });
    }

    private void shortly(Manifests manifests) throws InterruptedException {
        try (var apply = new EnvironmentApply(cluster, manifests, new SecureRandom(), Clock.systemUTC(), events::add)) {
            apply.run(SHORT);
        }
    }

    private Manifests with(String object) {
        return Sample.environment(namespace, "", object);
    }

    private Resource<Lease> lease() {
        return foreign.leases().inNamespace(namespace).withName("slipway-" + namespace);
    }

    /** An apply in a process of its own, once it holds the lease. */
    private Process holder(String readyAfter) throws IOException {
        Process holder = elsewhere(namespace, "apply", "kwok.test/ready-after: " + readyAfter);
        lease().waitUntilCondition(
                        live -> live != null && live.getSpec().getHolderIdentity() != null,
                        SOON.toSeconds(),
                        TimeUnit.SECONDS);
        return holder;
    }

    @Test
    void ofTwoAtOnceOneWorksAndTheOtherNamesIt() throws Exception {
        Process first = holder("8s");

        assertEnds(
                () -> apply(sample()),
                ExitCode.REFUSED,
                "someone else changes this environment",
                "process " + first.pid());
        assertThat(first.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue()).isZero();
        assertThat(apply(Sample.environment(namespace, "kwok.test/ready-after: 8s", "")))
                .isFalse();
    }

    /** By Ctrl-C, or by an orchestrator; from another machine nobody could see that it is gone. */
    @Test
    void whoeverIsToldToEndGivesTheLeaseUpAndWritesNoMore() throws Exception {
        Process first = holder("30s");

        first.destroy();

        assertThat(first.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(lease().get().getSpec().getHolderIdentity()).isEmpty();
        assertThat(apply(sample())).isTrue();
    }

    /** Both write under one name, so the server would let the second one have what the first has made. */
    @Test
    void aNamespaceThatAnotherEnvironmentHas() throws InterruptedException {
        apply(sample());
        var other = new Manifests(
                "other-" + namespace,
                namespace,
                Sample.environment(namespace, "a: b", "").manifests(),
                sample().secrets());

        assertEnds(
                () -> apply(other),
                ExitCode.REFUSED,
                "Namespace " + namespace + " is there already and not ours: it belongs to the environment "
                        + namespace);
        var withoutNamespace = new Manifests(
                other.environment(),
                namespace,
                other.manifests().subList(1, other.manifests().size()),
                other.secrets());
        assertEnds(() -> apply(withoutNamespace), ExitCode.REFUSED, "belongs to the environment " + namespace);

        assertThat(apply(sample())).isFalse();
    }

    /** Whoever has edited it by hand can put it right again, or let it go. */
    @Test
    void anInventoryThatCannotBeRead() throws InterruptedException {
        apply(sample());
        var inventory = foreign.configMaps().inNamespace(namespace).withName("slipway-inventory-" + namespace);
        inventory.edit(map -> {
            map.getData().put("objects", "v1 ConfigMap " + namespace + " api\nsomething else");
            return map;
        });

        assertEnds(
                () -> apply(sample()),
                ExitCode.FAILED,
                "ConfigMap " + namespace + "/slipway-inventory-" + namespace,
                "line 2",
                "something else");

        inventory.delete();
        assertThat(apply(Sample.environment(namespace, "a: b", ""))).isTrue();
    }

    /** It does answer, and no waiting mends it. */
    @Test
    void aServerThatTheKubeconfigDoesNotTrust(@TempDir Path folder) throws Exception {
        Config config = Config.fromKubeconfig(TestCluster.running().kubeconfig().toFile());
        Path kubeconfig = Files.writeString(
                folder.resolve("config"), """
                clusters: [{name: c, cluster: {server: '%s', certificate-authority-data: %s}}]
                users: [{name: u, user: {token: t}}]
                contexts: [{name: x, context: {cluster: c, user: u}}]
                current-context: x
                """.formatted(config.getMasterUrl(), config.getClientCertData()));

        try (var stranger = new Connection(kubeconfig, null).open()) {
            assertEnds(
                    () -> stranger.knows("v1", "Pod"),
                    ExitCode.REFUSED,
                    "shows a certificate that this kubeconfig does not trust",
                    "unable to find valid certification path");
        }
    }

    /** Whoever has to ask others about them wants to ask once. */
    @Test
    void allFieldsThatOthersHaveAreToldTogether() throws InterruptedException {
        apply(sample());
        foreign.apps().deployments().inNamespace(namespace).withName("api").scale(3);
        foreign.configMaps().inNamespace(namespace).withName("api").edit(map -> {
            map.getData().put("a", "other");
            return map;
        });

        assertEnds(
                () -> apply(sample()),
                ExitCode.REFUSED,
                "ConfigMap " + namespace + "/api: fields belong to someone else: .data.a",
                "Deployment " + namespace + "/api: fields belong to someone else: .spec.replicas");
    }

    @Test
    void aQuotaThatIsTooSmall() throws InterruptedException {
        String quota =
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q, namespace: %s}, spec: {hard: {pods: '%d'}}}";
        assertEnds(
                () -> shortly(with(quota.formatted(namespace, 2))),
                ExitCode.TIMED_OUT,
                "Deployment " + namespace + "/api: pods are refused",
                "exceeded quota: q");
        assertThat(apply(with(quota.formatted(namespace, 9)))).isTrue();
    }

    @Test
    void aStorageClassThatIsMissing() throws InterruptedException {
        var manifests = with("""
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: files, namespace: %1$s},
                 spec: {storageClassName: %1$s, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Mi}}}}
                """.formatted(namespace));
        assertEnds(
                () -> shortly(manifests),
                ExitCode.TIMED_OUT,
                "PersistentVolumeClaim " + namespace + "/files: there is no storage class " + namespace);
        var storage = Sample.yaml("""
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: %s}, provisioner: kwok.test/simulated}
                """.formatted(namespace));
        foreign.resource(storage).create();
        apply(manifests);
        assertThat(apply(manifests)).isFalse();
    }

    /** With a Service of what the rest needs, which has an address outside of the cluster. */
    private Manifests balanced(String annotation) {
        var service = Sample.yaml("""
                {apiVersion: v1, kind: Service, metadata: {name: edge, namespace: %s, annotations: {%s}},
                 spec: {type: LoadBalancer, selector: {app: db}, ports: [{port: 80}]}}
                """.formatted(namespace, annotation));
        var all = new ArrayList<>(sample().manifests());
        all.add(new Manifest(service, "db", Set.of()));
        return new Manifests(namespace, namespace, all, sample().secrets());
    }

    /** Its outside address is nobody's need, and waited for last. */
    @Test
    void aLoadBalancerThatIsSlowBlocksNobody() throws InterruptedException {
        assertEnds(
                () -> shortly(balanced("kwok.test/fail: NoAddress")),
                ExitCode.TIMED_OUT,
                "Service " + namespace + "/edge: no address of the load balancer yet");

        assertThat(events)
                .contains(new ApplyEvent.Changed(
                        new ObjectId("apps/v1", "Deployment", namespace, "api"), Readiness.ready()));
        assertThat(apply(balanced(""))).isTrue();
    }

    @Test
    void aVerbThatIsForbidden() throws Exception {
        var user = TestUser.of(foreign, namespace);
        user.may("statefulsets");
        try (var restricted = user.cluster();
                var apply = new EnvironmentApply(
                        restricted, sample(), new SecureRandom(), Clock.systemUTC(), events::add)) {
            assertEnds(
                    () -> apply.run(SOON),
                    ExitCode.REFUSED,
                    "Deployment " + namespace + "/api: not permitted",
                    "cannot patch resource \"deployments\"");
            user.may("statefulsets", "deployments");
            assertThat(apply.run(SOON)).isTrue();
        }
    }

    @Test
    void aNamespaceThatIsBeingDeleted() throws InterruptedException {
        apply(sample());
        foreign.configMaps().inNamespace(namespace).withName("api").edit(map -> {
            map.getMetadata().setFinalizers(List.of("example.com/held"));
            return map;
        });
        foreign.namespaces().withName(namespace).delete();
        assertEnds(() -> apply(sample()), ExitCode.REFUSED, namespace, "is being deleted");

        foreign.configMaps().inNamespace(namespace).withName("api").edit(map -> {
            map.getMetadata().setFinalizers(List.of());
            return map;
        });
        foreign.namespaces()
                .withName(namespace)
                .waitUntilCondition(live -> live == null, SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(apply(sample())).isTrue();
    }

    @Test
    void aNumberOfPodsThatAnAutoscalerHasChosenStays() throws InterruptedException {
        apply(sample());
        foreign.resource(Sample.yaml(scaler())).create();
        foreign.apps().deployments().inNamespace(namespace).withName("api").scale(3);

        assertThat(apply(Sample.environment(namespace, "a: b", ""))).isTrue();
        assertThat(replicas()).isEqualTo(3);
        assertThat(apply(Sample.environment(namespace, "a: b", ""))).isFalse();
    }

    @Test
    void aNumberOfPodsIsNotResetWhenAnAutoscalerTakesOver() throws InterruptedException {
        apply(sample());
        apply(with(scaler()));
        assertThat(replicas()).isEqualTo(2);
        assertThat(apply(with(scaler()))).isFalse();
    }

    private String scaler() {
        return """
                {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: api, namespace: %s},
                 spec: {minReplicas: 1, maxReplicas: 5, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: api},
                  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]}}
                """.formatted(namespace);
    }

    private int replicas() throws InterruptedException {
        return cluster.get(new ObjectId("apps/v1", "Deployment", namespace, "api"))
                .orElseThrow()
                .path("spec")
                .path("replicas")
                .asInt();
    }

    @Test
    void aJobThatCannotBeChangedIsMadeAnew() throws InterruptedException {
        String job = """
                {apiVersion: batch/v1, kind: Job, metadata: {name: once, namespace: %s},
                 spec: {template: {spec: {restartPolicy: Never, containers: [{name: main, image: 'example.com/main:%d'}]}}}}
                """;
        apply(with(job.formatted(namespace, 1)));
        var id = new ObjectId("batch/v1", "Job", namespace, "once");

        assertThat(apply(with(job.formatted(namespace, 2)))).isTrue();

        assertThat(events).contains(new ApplyEvent.Wrote(id, Action.REPLACE));
        assertThat(cluster.get(id).orElseThrow().toString()).contains("example.com/main:2");
        assertThat(apply(with(job.formatted(namespace, 2)))).isFalse();
    }

    /** It had its time, and never tries again by itself. */
    @Test
    void aJobThatHasFailedIsMadeAnew() throws InterruptedException {
        var manifests = with("""
                {apiVersion: batch/v1, kind: Job, metadata: {name: once, namespace: %s}, spec: {activeDeadlineSeconds: 2,
                 template: {metadata: {annotations: {kwok.test/run-for: 1h}},
                  spec: {restartPolicy: Never, containers: [{name: main, image: 'example.com/main:1'}]}}}}
                """.formatted(namespace));
        var id = new ObjectId("batch/v1", "Job", namespace, "once");
        assertEnds(() -> apply(manifests), ExitCode.FAILED, "Job " + namespace + "/once: DeadlineExceeded");
        assertThat(events).doesNotContain(new ApplyEvent.Wrote(id, Action.REPLACE));

        assertEnds(() -> apply(manifests), ExitCode.FAILED, "Job " + namespace + "/once: DeadlineExceeded");

        assertThat(events).contains(new ApplyEvent.Wrote(id, Action.REPLACE));
    }

    /** As after an image was pushed that had been missing: nothing of the description has changed. */
    @Test
    void podsThatWereGivenUpAreMadeAnewWhenItIsRunAgain() throws InterruptedException {
        apply(sample());
        var pods = foreign.pods().inNamespace(namespace).withLabel("app", "api");
        Set<String> before = pods.list().getItems().stream()
                .map(pod -> pod.getMetadata().getUid())
                .collect(Collectors.toSet());
        pods.list().getItems().forEach(this::giveUp);
        foreign.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("api")
                .waitUntilCondition(
                        live -> live.getStatus().getAvailableReplicas() == null, SOON.toSeconds(), TimeUnit.SECONDS);

        assertThat(apply(sample())).isFalse();

        assertThat(pods.list().getItems())
                .filteredOn(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .hasSize(2)
                .allSatisfy(pod ->
                        assertThat(before).doesNotContain(pod.getMetadata().getUid()));
    }

    private void giveUp(Pod pod) {
        foreign.pods().resource(pod).editStatus(live -> {
            live.getStatus().getConditions().forEach(condition -> {
                if (condition.getType().endsWith("Ready")) {
                    condition.setStatus("False");
                }
            });
            live.getStatus().getContainerStatuses().forEach(container -> {
                container.setReady(false);
                container.setState(new ContainerStateBuilder()
                        .withNewWaiting("Back-off pulling image", "ImagePullBackOff")
                        .build());
            });
            return live;
        });
    }

    @Test
    void whatTheSameEnvironmentHasMadeForAnotherNamespaceStays() throws InterruptedException {
        String storage =
                "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: %s}, provisioner: kwok.test/simulated}"
                        .formatted(namespace);
        apply(with(storage));
        var elsewhere = Sample.environment(namespace + "-b", "", storage);
        var second = new Manifests(namespace, namespace + "-b", elsewhere.manifests(), elsewhere.secrets());

        assertEnds(
                () -> apply(second),
                ExitCode.REFUSED,
                "StorageClass " + namespace,
                "it belongs to the environment " + namespace + " in the namespace " + namespace);
        remove(second);

        assertThat(foreign.storage().v1().storageClasses().withName(namespace).get())
                .isNotNull();
        remove(with(storage));
        assertThat(foreign.storage().v1().storageClasses().withName(namespace).get())
                .isNull();
    }

    @Test
    void aSecretThatWasMadeByHandIsTakenInWithItsValue() throws InterruptedException {
        foreign.resource(Sample.yaml("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace)))
                .create();
        foreign.resource(Sample.yaml(
                        "{apiVersion: v1, kind: Secret, metadata: {name: db-secrets, namespace: %s}, stringData: {password: by-hand}}"
                                .formatted(namespace)))
                .create();

        apply(sample());

        var secrets = foreign.secrets().inNamespace(namespace);
        var theirs = secrets.withName("db-secrets").get();
        assertThat(theirs.getMetadata().getLabels()).containsEntry(Ownership.ENVIRONMENT, namespace);
        assertThat(theirs.getData())
                .containsEntry("password", Base64.getEncoder().encodeToString("by-hand".getBytes(UTF_8)))
                .isEqualTo(Map.of(
                        "password",
                        secrets.withName("api-secrets").get().getData().get("db-password")));
        assertThat(apply(sample())).isFalse();
        var status = new EnvironmentStatus(cluster, sample(), Clock.systemUTC(), events::add);
        assertThat(EnvironmentStatus.ready(status.look())).isTrue();
    }
}
