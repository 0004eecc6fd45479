package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The order of writes, and what stands in the Secrets meanwhile; that servers take the values is not shown here. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class EnvironmentRotationClusterIT extends OnCluster {
    private static final String FAILING = "kwok.test/fail: Error";
    private RotationSample sample;
    private RotationSight sight;

    @BeforeEach
    void applies() throws InterruptedException {
        sample = new RotationSample(namespace);
        sight = new RotationSight(cluster, namespace);
        apply(sample.manifests());
        events.clear();
    }

    private void rotate() throws InterruptedException {
        sample.rotate(cluster, "", events::add);
    }

    @Test
    void everybodyHasTheNewValueAndNobodyElseWasTouched() throws InterruptedException {
        String before = sight.password();
        String key = sight.ownKey();

        rotate();

        sight.holds(before);
        assertThat(sight.ownKey()).hasSameSizeAs(key).isNotEqualTo(key);
        assertThat(sight.generation("api")).isEqualTo(2);
        assertThat(sight.generation("web")).isEqualTo(2);
        assertThat(cluster.get(new ObjectId("apps/v1", "StatefulSet", namespace, "db"))
                        .orElseThrow()
                        .at("/metadata/generation")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void oneStartsAnewAfterTheOtherBetweenWhatTheServerIsTold() throws InterruptedException {
        rotate();

        var api = new ApplyEvent.Changed(sight.workload("api"), Readiness.ready());
        var web = new ApplyEvent.Changed(sight.workload("web"), Readiness.ready());
        assertThat(events)
                .containsSubsequence(
                        new ApplyEvent.Gone(sight.job("accept")),
                        new ApplyEvent.Wrote(sight.workload("api"), Action.UPDATE),
                        api,
                        new ApplyEvent.Wrote(sight.workload("web"), Action.UPDATE),
                        web,
                        new ApplyEvent.Wrote(sight.job("retire"), Action.CREATE),
                        new ApplyEvent.Gone(sight.job("retire")));
    }

    @Test
    void anApplyHasNothingToDoAfterwards() throws InterruptedException, IOException {
        rotate();
        long writes = TestCluster.running().writes(namespace);

        assertThat(apply(sample.manifests())).isFalse();
        assertThat(TestCluster.running().writes(namespace)).isEqualTo(writes);
    }

    @Test
    void aServerThatCannotBeToldKeepsWhatItHas() throws InterruptedException {
        String before = sight.password();

        assertThatThrownBy(() -> sample.rotate(cluster, FAILING, events::add))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED);
                    assertThat(error.what()).contains("Job " + namespace + "/db-accept", "it says:");
                });
        assertThat(sight.password()).isEqualTo(before);
        assertThat(sight.data("web-secrets").path("db").asText()).isEqualTo(before);
        String next = sight.data("db-secrets").path("password.next").asText();

        rotate();
        sight.holds(before);
        assertThat(sight.password()).isEqualTo(next);
    }

    @Test
    void whatWasBegunIsFinishedWhoeverIsNamed() throws InterruptedException {
        String before = sight.password();
        assertThatThrownBy(() -> sample.rotate(cluster, FAILING, events::add)).isInstanceOf(UserError.class);

        try (var rotation = sample.rotation(cluster, "", events::add)) {
            assertThat(rotation.plan(Set.of()).secrets())
                    .extracting(RotationPlan.Entry::secret)
                    .containsExactly("db-password", "own-key");
            rotation.run(Set.of("own-key"), SOON);
        }
        sight.holds(before);
    }

    @Test
    void whoeverHoldsTheLeaseIsNamedAndNothingIsWritten() throws InterruptedException {
        foreign.resource(Sample.heldLease(namespace))
                .fieldManager("someone")
                .forceConflicts()
                .serverSideApply();

        assertThatThrownBy(this::rotate).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(error.what()).contains("ann@ci, process 7");
        });
        assertThat(events).isEmpty();
    }

    @Test
    void withoutTheRightsNothingIsBegun() throws Exception {
        TestUser user = TestUser.of(foreign, namespace);
        user.may("statefulsets");
        try (var restricted = user.cluster()) {
            assertThatThrownBy(() -> sample.rotate(restricted, "", events::add))
                    .isInstanceOfSatisfying(UserError.class, error -> {
                        assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED);
                        assertThat(error.what()).contains("patch Deployment", "delete Job");
                    });
        }
        assertThat(events).isEmpty();
        assertThat(RotationSight.keys(sight.data("db-secrets"))).containsExactly("password");
    }

    @Test
    void aServerThatIsNotAsDescribedIsNotAsked() {
        var map = Sample.yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: db, namespace: %s}, data: {a: c}}"
                .formatted(namespace));
        foreign.resource(map).forceConflicts().fieldManager("slipway").serverSideApply();

        assertThatThrownBy(this::rotate).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.what()).contains("ConfigMap " + namespace + "/db");
            assertThat(error.fix()).contains("slipway apply");
        });
        assertThat(events).isEmpty();
    }

    @Test
    void whatDoesNotWorkAlreadyIsNamedBeforeAnythingIsWritten() throws InterruptedException {
        foreign.apps().deployments().inNamespace(namespace).withName("web").edit(web -> {
            web.getSpec().getTemplate().getMetadata().setAnnotations(Map.of("kwok.test/fail", "NotReady"));
            return web;
        });

        assertThatThrownBy(this::rotate).isInstanceOfSatisfying(UserError.class, error -> assertThat(error.what())
                .contains("not ready, and nothing was written", "Deployment " + namespace + "/web"));
        assertThat(events).isEmpty();
    }
}
