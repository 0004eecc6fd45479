package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.platform.cluster.Connection;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** How much an apply asks for while it waits. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class LookoutClusterIT extends OnCluster {
    /** Longer than any other request may take. */
    private static final String LATE = "kwok.test/ready-after: 12s";

    private static final Duration BEFORE_THE_NEXT_LIST = Duration.ofSeconds(25);

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path folder;

    private List<String> requests(String part) {
        return requests.stream().filter(request -> request.contains(part)).toList();
    }

    private boolean apply(Path kubeconfig, String annotation) throws InterruptedException {
        try (var seen = new Connection(kubeconfig, null).open(requests::add);
                var apply = new EnvironmentApply(
                        seen,
                        Sample.environment(namespace, annotation, ""),
                        new SecureRandom(),
                        Clock.systemUTC(),
                        events::add)) {
            return apply.run(SOON);
        }
    }

    @Test
    void whatTakesAWhileIsListedOnceAndItsReadinessIsTold() throws InterruptedException {
        assertThat(apply(TestCluster.running().kubeconfig(), LATE)).isTrue();

        assertThat(events)
                .contains(new ApplyEvent.Changed(
                        new ObjectId("apps/v1", "Deployment", namespace, "api"), Readiness.ready()));
        assertThat(requests("/deployments?watch=1")).singleElement().asString().contains(": 200 in ");
        assertThat(requests("/deployments?limit=")).hasSize(1);
        assertThat(requests("/pods?")).hasSizeBetween(1, 8);
        assertThat(requests("/replicasets?")).hasSizeBetween(1, 8);
    }

    @Test
    void whoMayNotWatchAsksOnceAndThenLists() throws Exception {
        foreign.resource(Sample.yaml("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace)))
                .create();
        List.of("{apiVersion: v1, kind: ServiceAccount, metadata: {name: user, namespace: NS}}", """
                        {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: NS}, rules: [
                         {apiGroups: ['', apps, coordination.k8s.io, autoscaling], resources: ['*'],
                          verbs: [get, list, create, update, patch, delete]}]}
                        """, """
                        {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: NS},
                         roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: NS},
                         subjects: [{kind: ServiceAccount, name: user, namespace: NS}]}
                        """)
                .forEach(text -> foreign.resource(Sample.yaml(text.replace("NS", namespace)))
                        .create());

        assertThat(apply(TestCluster.running().kubeconfigOf(namespace, "user", folder), "kwok.test/ready-after: 3s"))
                .isTrue();

        assertThat(requests("/deployments?watch=1")).singleElement().asString().contains(": 403 in ");
        assertThat(requests("/deployments?limit=")).hasSizeGreaterThan(2);
        assertThat(apply(TestCluster.running().kubeconfig(), "kwok.test/ready-after: 3s"))
                .isFalse();
    }

    @Test
    void aServerThatIsKilledMeanwhileIsWatchedAgainOnceThereIsAnother() throws Exception {
        var applied = CompletableFuture.supplyAsync(() -> {
            try {
                return apply(TestCluster.running().kubeconfig(), LATE);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().atMost(SOON).until(() -> !requests("/deployments?watch=1").isEmpty());

        TestCluster.running().kill(Duration.ofSeconds(2));

        assertThat(applied.get()).isTrue();
        assertThat(requests("/deployments?watch=1"))
                .filteredOn(request -> request.contains(": 200 in "))
                .hasSizeGreaterThan(1);
    }

    /** Somebody else has made it so in between: nothing changes, and so nothing is told. */
    @Test
    void aWriteThatChangesNothingIsSeenAllTheSame() throws InterruptedException {
        apply(sample());
        var there = new ObjectId("apps/v1", "Deployment", namespace, "api");
        var missing = new ObjectId("apps/v1", "Deployment", namespace, "none");

        try (var lookout = new Lookout(cluster, namespace)) {
            assertThat(lookout.of(List.of(missing))).containsEntry(missing, Readiness.progressing("is not there"));
            String version = cluster.get(there)
                    .orElseThrow()
                    .at("/metadata/resourceVersion")
                    .asText();
            lookout.wrote(there, version);
            assertThat(lookout.of(List.of(missing, there))).doesNotContainKey(there);

            await().atMost(BEFORE_THE_NEXT_LIST).untilAsserted(() -> assertThat(lookout.of(List.of(missing, there)))
                    .containsEntry(there, Readiness.ready()));
        }
    }
}
