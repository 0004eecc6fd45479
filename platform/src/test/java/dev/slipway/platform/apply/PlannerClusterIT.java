package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.diff.Differences;
import dev.slipway.platform.diff.FieldChange;
import dev.slipway.platform.manifest.Manifests;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class PlannerClusterIT extends OnCluster {
    private Plan plan(Manifests manifests) throws InterruptedException {
        try (var apply = new EnvironmentApply(cluster, manifests, new SecureRandom(), Clock.systemUTC(), events::add)) {
            return apply.plan();
        }
    }

    private static Change of(Plan plan, ObjectId id) {
        return plan.changes().stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ObjectId api() {
        return new ObjectId("apps/v1", "Deployment", namespace, "api");
    }

    @Test
    void onAnEmptyClusterEverythingIsNewWithAllItsFields() throws InterruptedException {
        var plan = plan(sample());
        assertThat(plan.changes()).extracting(Change::action).containsOnly(Action.CREATE);
        assertThat(of(plan, api()).fields()).contains(new FieldChange("spec.replicas", "", "2"));
        assertThat(of(plan, new ObjectId("v1", "Secret", namespace, "db-secrets"))
                        .fields())
                .containsExactly(new FieldChange("data.password", "", Differences.HIDDEN));
    }

    @Test
    void aChangeIsExactlyTheFieldThatDiffersAndNothingIsWritten() throws InterruptedException, IOException {
        apply(sample());
        long before = TestCluster.running().writes(namespace);

        var plan = plan(Sample.environment(namespace, "a: b", ""));

        assertThat(of(plan, api()).action()).isEqualTo(Action.UPDATE);
        assertThat(of(plan, api()).fields())
                .containsExactly(new FieldChange("spec.template.metadata.annotations.a", "", "b"));
        assertThat(plan.changes())
                .filteredOn(change -> !change.id().equals(api()))
                .extracting(Change::action)
                .containsOnly(Action.UNCHANGED);
        assertThat(TestCluster.running().writes(namespace)).isEqualTo(before);
    }

    @Test
    void aKeyThatIsMissingInASecretIsNamed() throws InterruptedException {
        apply(sample());
        foreign.secrets().inNamespace(namespace).withName("db-secrets").edit(secret -> {
            secret.setData(Map.of("other", "eA=="));
            return secret;
        });
        assertThat(of(plan(sample()), new ObjectId("v1", "Secret", namespace, "db-secrets")))
                .isEqualTo(new Change(
                        new ObjectId("v1", "Secret", namespace, "db-secrets"),
                        Action.UPDATE,
                        List.of(new FieldChange("data.password", "", Differences.HIDDEN))));
    }
}
