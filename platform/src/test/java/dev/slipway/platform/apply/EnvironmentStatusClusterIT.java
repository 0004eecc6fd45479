package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.platform.cluster.Connection;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class EnvironmentStatusClusterIT extends OnCluster {
    private EnvironmentStatus status() {
        return new EnvironmentStatus(cluster, sample(), Clock.systemUTC(), events::add);
    }

    private ObjectId api() {
        return new ObjectId("apps/v1", "Deployment", namespace, "api");
    }

    private void scale(int replicas) {
        foreign.apps().deployments().inNamespace(namespace).withName("api").scale(replicas);
    }

    @Test
    void allIsReadyAfterAnApply() throws InterruptedException {
        apply(sample());
        var verdicts = status().look();
        assertThat(EnvironmentStatus.ready(verdicts)).isTrue();
        assertThat(verdicts.keySet())
                .contains(api(), new ObjectId("v1", "Secret", namespace, "db-secrets"))
                .hasSize(6);
    }

    @Test
    void whatSomebodyDeletedIsNotThere() throws InterruptedException {
        apply(sample());
        foreign.configMaps().inNamespace(namespace).withName("api").delete();
        var map = new ObjectId("v1", "ConfigMap", namespace, "api");
        assertThat(status().look()).containsEntry(map, Readiness.progressing("is not there"));
        assertThat(EnvironmentStatus.ready(status().look())).isFalse();
    }

    @Test
    void withoutAnInventoryItIsNotOnTheCluster() {
        assertThatThrownBy(() -> status().look()).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(error.what()).contains("is not on this cluster", namespace);
        });
    }

    @Test
    void aWatchEndsOnceAllIsReady() throws Exception {
        apply(sample());
        scale(0);
        // Not read first: the controller writes to it at the same time.
        foreign.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("api")
                .patch(PatchContext.of(PatchType.JSON_MERGE), """
                        {"spec": {"paused": true, "replicas": 2,
                         "template": {"metadata": {"annotations": {"kwok.test/ready-after": "3s"}}}}}""");
        CompletableFuture<Void> later = CompletableFuture.runAsync(
                () -> foreign.apps()
                        .deployments()
                        .inNamespace(namespace)
                        .withName("api")
                        .rolling()
                        .resume(),
                CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));

        assertThat(EnvironmentStatus.ready(status().watch(SOON))).isTrue();
        later.get();
        assertThat(events)
                .anyMatch(event -> event instanceof ApplyEvent.Changed changed
                        && changed.id().equals(api())
                        && changed.readiness() instanceof Readiness.Progressing)
                .contains(new ApplyEvent.Changed(api(), Readiness.ready()));
    }

    /** Else a thousand services would be listed over and over again. What is ready may not stay so. */
    @Test
    void whatIsWatchedIsListedOnceAndToldWhateverItWas() throws Exception {
        apply(sample());
        foreign.configMaps().inNamespace(namespace).withName("api").delete();
        List<String> requests = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> later = CompletableFuture.runAsync(() -> {
            await().atMost(SOON).until(() -> requests.stream().anyMatch(line -> line.contains("/deployments?watch=1")));
            foreign.apps().deployments().inNamespace(namespace).withName("api").delete();
        });

        try (var seen = new Connection(TestCluster.running().kubeconfig(), null).open(requests::add)) {
            var status = new EnvironmentStatus(seen, sample(), Clock.systemUTC(), events::add);
            assertThat(EnvironmentStatus.ready(status.watch(Duration.ofSeconds(8))))
                    .isFalse();
        }

        later.get();
        assertThat(events).contains(new ApplyEvent.Changed(api(), Readiness.progressing("is not there")));
        assertThat(requests)
                .filteredOn(line -> line.contains("/deployments?limit=") || line.contains("/statefulsets?limit="))
                .hasSize(2);
    }

    @Test
    void aWatchEndsWithItsTime() throws InterruptedException {
        apply(sample());
        foreign.configMaps().inNamespace(namespace).withName("api").delete();
        assertThat(EnvironmentStatus.ready(status().watch(Duration.ofSeconds(2))))
                .isFalse();
    }
}
