package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class EnvironmentApplyClusterIT extends OnCluster {
    private String secret(String name, String key) throws InterruptedException {
        return cluster.get(new ObjectId("v1", "Secret", namespace, name))
                .orElseThrow()
                .path("data")
                .path(key)
                .asText();
    }

    private int place(ApplyEvent event) {
        assertThat(events).contains(event);
        return events.indexOf(event);
    }

    @Test
    void whatIsNeededIsReadyBeforeWhatNeedsIt() throws InterruptedException {
        assertThat(apply(sample())).isTrue();

        var db = new ObjectId("apps/v1", "StatefulSet", namespace, "db");
        var api = new ObjectId("apps/v1", "Deployment", namespace, "api");
        assertThat(place(new ApplyEvent.Changed(db, Readiness.ready())))
                .isLessThan(place(new ApplyEvent.Wrote(api, Action.CREATE)));
        assertThat(secret("db-secrets", "password")).isNotEmpty().isEqualTo(secret("api-secrets", "db-password"));
    }

    @Test
    void theSecondTimeNothingIsWritten() throws InterruptedException, IOException {
        apply(sample());
        long before = TestCluster.running().writes(namespace);

        assertThat(apply(sample())).isFalse();
        assertThat(before).isGreaterThan(5);
        assertThat(TestCluster.running().writes(namespace)).isEqualTo(before);
    }

    @Test
    void whatIsNoLongerDescribedGoes() throws InterruptedException {
        apply(Sample.environment(
                namespace,
                "",
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: old, namespace: %s}}".formatted(namespace)));
        var old = new ObjectId("v1", "ConfigMap", namespace, "old");
        assertThat(cluster.get(old)).isPresent();

        assertThat(apply(sample())).isTrue();
        assertThat(cluster.get(old)).isEmpty();
        assertThat(apply(sample())).isFalse();
    }

    @Test
    void passwordsStayAsLongAsTheDataThatWasMadeWithThem() throws InterruptedException {
        apply(sample());
        String password = secret("db-secrets", "password");
        var without = new Manifests(
                sample().environment(),
                namespace,
                sample().manifests().stream()
                        .filter(manifest -> !manifest.component().equals("db"))
                        .map(manifest -> new Manifest(manifest.object(), manifest.component(), Set.of()))
                        .toList(),
                List.of());
        var kept = new ObjectId("v1", "Secret", namespace, "db-secrets");

        assertThat(apply(without)).isTrue();
        assertThat(exists("apps/v1", "StatefulSet", "db")).isFalse();
        assertThat(exists("v1", "PersistentVolumeClaim", "data-db-0")).isTrue();
        assertThat(secret("db-secrets", "password")).isEqualTo(password);
        assertThat(events)
                .contains(new ApplyEvent.Kept(kept))
                .doesNotContain(new ApplyEvent.Wrote(kept, Action.DELETE));
        assertThat(apply(without)).isFalse();

        apply(sample());
        assertThat(secret("db-secrets", "password")).isEqualTo(password);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ImagePullBackOff           | cannot be pulled
            CreateContainerConfigError | lacks its configuration
            CrashLoopBackOff           | ends again and again (CrashLoopBackOff) with exit code 1
            OOMKilled                  | its limit is 16Mi
            """)
    void aPodThatCannotWorkFailsAtOnceWithItsCause(String fate, String cause) {
        assertThatThrownBy(() -> apply(Sample.environment(namespace, "kwok.test/fail: " + fate, "")))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED);
                    assertThat(error.what()).contains("Deployment " + namespace + "/api", cause);
                });
    }

    @Test
    void fieldsOfSomeoneElseAreNotTaken() throws InterruptedException {
        apply(sample());
        var map = Sample.yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: api, namespace: %s}, data: {a: c}}"
                .formatted(namespace));
        foreign.resource(map).fieldManager("someone").forceConflicts().serverSideApply();

        assertThatThrownBy(() -> apply(sample())).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(error.what()).contains(".data.a", "someone");
        });

        var withoutIt = Sample.yaml(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: api, namespace: %s}}".formatted(namespace));
        foreign.resource(withoutIt).fieldManager("someone").serverSideApply();
        assertThat(apply(sample())).isTrue();
        assertThat(apply(sample())).isFalse();
    }

    @Test
    void anImmutableFieldIsNamed() throws InterruptedException {
        apply(sample());
        var manifests = sample();
        var set = (StatefulSet) manifests.manifests().get(1).object();
        set.getSpec().setServiceName("other");

        assertThatThrownBy(() -> apply(manifests)).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(error.what()).contains("StatefulSet " + namespace + "/db: a field that cannot be changed");
        });
        assertThat(apply(sample())).as("nothing is half done").isFalse();
    }

    @Test
    void whoeverHoldsTheLeaseIsNamed() throws InterruptedException {
        apply(sample());
        foreign.resource(Sample.heldLease(namespace))
                .fieldManager("someone")
                .forceConflicts()
                .serverSideApply();

        assertThatThrownBy(() -> apply(Sample.environment(namespace, "a: b", "")))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED);
                    assertThat(error.what()).contains("ann@ci, process 7");
                });
    }

    /** Each round changes a StatefulSet, a Deployment and a ConfigMap, and has another object than the one before. */
    @Test
    void killedAnywhereInAChangeAndRunAgainItGoesOn() throws Exception {
        apply(Sample.form(namespace, 0));
        var random = new Random(13);
        for (int round = 1; round <= 6; round++) {
            Process process = elsewhere(namespace, "apply", Sample.form(round));
            process.waitFor(700 + random.nextInt(1500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();

            apply(Sample.form(namespace, round));
            assertThat(apply(Sample.form(namespace, round))).isFalse();
            assertThat(foreign.pods().inNamespace(namespace).list().getItems())
                    .filteredOn(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                    .hasSize(4)
                    .extracting(pod -> pod.getMetadata().getAnnotations().get("form"))
                    .containsOnly(Integer.toString(round));
            assertThat(foreign.configMaps().inNamespace(namespace).list().getItems())
                    .extracting(map -> map.getMetadata().getName())
                    .containsExactlyInAnyOrder(
                            "kube-root-ca.crt", "api", "only-" + round, "slipway-inventory-" + namespace);
            assertThat(cluster.list("v1", "Secret", namespace, "")).hasSize(2);
        }
    }

    @Test
    void killedAnywhereAndRunAgainItGoesOn() throws Exception {
        var random = new Random(7);
        for (int round = 0; round < 30; round++) {
            String fresh = namespace + "-" + round;
            Process process = elsewhere(fresh, "apply", "");
            process.waitFor(800 + random.nextInt(2200), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();

            apply(Sample.environment(fresh, "", ""));
            assertThat(apply(Sample.environment(fresh, "", ""))).isFalse();
            assertThat(cluster.list("apps/v1", "ReplicaSet", fresh, "")).hasSize(1);
            assertThat(cluster.list("v1", "Secret", fresh, "")).hasSize(2);
        }
    }
}
