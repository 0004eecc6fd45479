package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class EnvironmentRemovalClusterIT extends OnCluster {
    private static final List<String> KINDS = List.of(
            "v1 ConfigMap",
            "v1 PersistentVolumeClaim",
            "v1 Pod",
            "v1 Secret",
            "v1 Service",
            "apps/v1 Deployment",
            "apps/v1 ReplicaSet",
            "apps/v1 StatefulSet",
            "coordination.k8s.io/v1 Lease");

    /** As {@code Kind name}, without what every namespace has. */
    private Set<String> all(String namespace) throws InterruptedException {
        var all = new TreeSet<String>();
        for (String kind : KINDS) {
            String[] parts = kind.split(" ", 2);
            for (var live : cluster.list(parts[0], parts[1], namespace, "")) {
                all.add(parts[1] + " " + live.path("metadata").path("name").asText());
            }
        }
        all.remove("ConfigMap kube-root-ca.crt");
        return all;
    }

    private int place(ApplyEvent event) {
        assertThat(events).contains(event);
        return events.indexOf(event);
    }

    @Test
    void nothingIsLeftButTheDataAndWhatItNeeds() throws InterruptedException {
        apply(sample());

        Plan plan = remove(sample());

        assertThat(all(namespace))
                .containsExactly(
                        "ConfigMap slipway-inventory-" + namespace,
                        "PersistentVolumeClaim data-db-0",
                        "PersistentVolumeClaim data-db-1",
                        "Secret api-secrets",
                        "Secret db-secrets");
        assertThat(plan.changes().stream().filter(change -> change.action() == Action.KEEP))
                .hasSize(all(namespace).size() + 1); // and the namespace
        assertThat(remove(sample()).writes()).isFalse();
    }

    /** It goes with the namespace, though it would name what stays outside of it. */
    @Test
    void anInventoryDoesNotOutliveItsNamespace() throws InterruptedException {
        var manifests = Sample.environment(namespace, "", """
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: %s}, spec: {capacity: {storage: 1Mi},
                 accessModes: [ReadWriteOnce], storageClassName: none, nfs: {server: nfs.example.com, path: /}}}
                """.formatted(namespace));
        apply(manifests);

        Plan plan = remove(manifests, "PersistentVolumeClaim", "Namespace");

        assertThat(plan.changes().stream().filter(change -> change.action() == Action.KEEP))
                .extracting(change -> change.id().toString())
                .containsExactly("PersistentVolume " + namespace);
        remove(manifests, "PersistentVolume");
    }

    @Test
    void whatIsNeededGoesAfterWhatNeedsIt() throws InterruptedException {
        apply(sample());
        remove(sample());

        var db = new ObjectId("apps/v1", "StatefulSet", namespace, "db");
        var api = new ObjectId("apps/v1", "Deployment", namespace, "api");
        assertThat(place(new ApplyEvent.Gone(api))).isLessThan(place(new ApplyEvent.Wrote(db, Action.DELETE)));
    }

    @Test
    void theDataIsFoundAgainByTheNextApply() throws InterruptedException {
        apply(sample());
        var secret = new ObjectId("v1", "Secret", namespace, "db-secrets");
        var before = cluster.get(secret).orElseThrow().path("data");
        remove(sample());
        apply(sample());

        assertThat(cluster.get(secret).orElseThrow().path("data")).isEqualTo(before);
        assertThat(all(namespace)).contains("PersistentVolumeClaim data-db-0", "StatefulSet db");
    }

    @Test
    void whatIsNamedGoesToo() throws InterruptedException {
        apply(sample());
        remove(sample());
        assertThat(remove(sample(), "PersistentVolumeClaim").writes()).isTrue();
        assertThat(all(namespace)).isEmpty();

        remove(sample(), "PersistentVolumeClaim", "Namespace");
        assertThat(cluster.get(new ObjectId("v1", "Namespace", "", namespace))).isEmpty();
    }

    @Test
    void aNamespaceDoesNotTakeClaimsWithItThatAreNotNamed() throws InterruptedException {
        apply(sample());
        assertThatThrownBy(() -> remove(sample(), "Namespace")).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(error.what()).contains("data-db-0", "data-db-1");
        });
        assertThat(all(namespace)).contains("Deployment api");
    }

    @Test
    void whatIsSomeoneElsesStays() throws InterruptedException {
        apply(sample());
        foreign.resource(Sample.yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: theirs, namespace: %s}}"
                        .formatted(namespace)))
                .create();
        var map = new ObjectId("v1", "ConfigMap", namespace, "api");
        foreign.configMaps().inNamespace(namespace).withName("api").delete();
        foreign.resource(Sample.yaml(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: api, namespace: %s}}".formatted(namespace)))
                .create();

        remove(sample());

        assertThat(cluster.get(map)).isPresent();
        assertThat(all(namespace)).contains("ConfigMap theirs").doesNotContain("Deployment api");
    }

    /** Not read first: the controller writes to it at the same time. */
    private void hold(String finalizers) {
        foreign.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("api")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\": {\"finalizers\": " + finalizers + "}}");
    }

    @Test
    void whatDoesNotGoIsNamedWithWhatHoldsIt() throws InterruptedException {
        apply(sample());
        hold("[\"example.com/held\"]");

        try (var removal = new EnvironmentRemoval(cluster, sample(), Set.of(), Clock.systemUTC(), events::add)) {
            assertThatThrownBy(() -> removal.run(Duration.ofSeconds(2)))
                    .isInstanceOfSatisfying(UserError.class, error -> {
                        assertThat(error.exitCode()).isEqualTo(ExitCode.TIMED_OUT);
                        assertThat(error.what()).contains("Deployment " + namespace + "/api", "example.com/held");
                    });
        }
        assertThatThrownBy(() -> apply(sample())).hasMessageContaining("is being deleted");
        assertThat(all(namespace)).contains("StatefulSet db");

        hold("[]");
        remove(sample());
        assertThat(all(namespace)).doesNotContain("Deployment api", "StatefulSet db");
    }

    private List<PersistentVolume> volumes() {
        return foreign.persistentVolumes().list().getItems().stream()
                .filter(volume -> volume.getSpec().getClaimRef() != null
                        && volume.getSpec().getClaimRef().getNamespace().equals(namespace))
                .toList();
    }

    private void hold(PersistentVolume volume, String finalizers) {
        foreign.persistentVolumes()
                .resource(volume)
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\": {\"finalizers\": " + finalizers + "}}");
    }

    /** What makes volumes has to be there until then. */
    @Test
    void volumesThatGoWithTheirClaimsAreWaitedFor() throws InterruptedException {
        apply(sample());
        var held = volumes().get(0);
        hold(held, "[\"example.com/held\"]");

        try (var removal = new EnvironmentRemoval(
                cluster, sample(), Set.of("PersistentVolumeClaim"), Clock.systemUTC(), events::add)) {
            assertThatThrownBy(() -> removal.run(Duration.ofSeconds(8)))
                    .isInstanceOfSatisfying(UserError.class, error -> {
                        assertThat(error.exitCode()).isEqualTo(ExitCode.TIMED_OUT);
                        assertThat(error.what())
                                .contains(
                                        "PersistentVolume " + held.getMetadata().getName(), "example.com/held");
                    });
        }
        assertThat(all(namespace))
                .contains("ConfigMap slipway-inventory-" + namespace)
                .doesNotContain("PersistentVolumeClaim data-db-0");

        hold(held, "[]");
        remove(sample(), "PersistentVolumeClaim");
        assertThat(volumes()).isEmpty();
        assertThat(all(namespace)).isEmpty();
    }

    @Test
    void aVolumeThatIsKeptByItsPolicyIsNamed() throws InterruptedException {
        apply(sample());
        var kept = volumes().get(0);
        foreign.persistentVolumes()
                .resource(kept)
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"spec\": {\"persistentVolumeReclaimPolicy\": \"Retain\"}}");
        var id = new ObjectId("v1", "PersistentVolume", "", kept.getMetadata().getName());

        Plan plan = remove(sample(), "PersistentVolumeClaim");

        assertThat(plan.changes()).contains(Change.of(id, Action.KEEP));
        assertThat(volumes())
                .extracting(volume -> volume.getMetadata().getName())
                .containsExactly(id.name());
        assertThat(all(namespace)).isEmpty();
        foreign.persistentVolumes().withName(id.name()).delete();
    }

    @Test
    void whoeverMayNotListVolumesIsNotHeldUpByThem() throws Exception {
        var user = TestUser.of(foreign, namespace);
        user.may("statefulsets", "deployments");
        apply(sample());

        try (var restricted = user.cluster();
                var removal = new EnvironmentRemoval(
                        restricted, sample(), Set.of("PersistentVolumeClaim"), Clock.systemUTC(), events::add)) {
            removal.run(SOON);

            assertThat(removal.knowsVolumes()).isFalse();
        }
        assertThat(all(namespace)).isEmpty();
    }

    @Test
    void killedAnywhereAndRunAgainItGoesOn() throws Exception {
        var random = new Random(11);
        for (int round = 0; round < 10; round++) {
            String fresh = namespace + "-" + round;
            apply(Sample.environment(fresh, "", ""));
            Process process = elsewhere(fresh, "remove", "");
            process.waitFor(700 + random.nextInt(1500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();

            remove(Sample.environment(fresh, "", ""), "PersistentVolumeClaim");
            assertThat(all(fresh)).isEmpty();
        }
    }
}
