package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifests;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class SavedPlanClusterIT extends OnCluster {
    private Manifests changed() {
        return Sample.environment(namespace, "a: b", "");
    }

    private EnvironmentApply engine(Manifests manifests) {
        return new EnvironmentApply(cluster, manifests, new SecureRandom(), Clock.systemUTC(), events::add);
    }

    private SavedPlan saved(Manifests manifests) throws InterruptedException {
        try (var apply = engine(manifests)) {
            return apply.save(new SavedPlan.Images("r", "t"), "digest");
        }
    }

    private boolean run(Manifests manifests, SavedPlan plan) throws InterruptedException {
        try (var apply = engine(manifests)) {
            return apply.run(SOON, plan);
        }
    }

    @Test
    void whatWasPlannedIsApplied() throws InterruptedException {
        assertThat(run(sample(), saved(sample()))).isTrue();
        assertThat(run(changed(), saved(changed()))).isTrue();
        assertThat(run(changed(), saved(changed()))).isFalse();
    }

    @Test
    void itFitsOnlyOnce() throws InterruptedException {
        SavedPlan plan = saved(sample());
        run(sample(), plan);
        assertThatThrownBy(() -> run(sample(), plan)).hasMessageContaining("is there now");
    }

    @Test
    void nothingIsWrittenWhenSomethingMoved() throws InterruptedException, IOException {
        apply(sample());
        SavedPlan plan = saved(changed());
        foreign.configMaps().inNamespace(namespace).withName("api").edit(map -> {
            map.setData(Map.of("a", "b", "more", "c"));
            return map;
        });
        long before = TestCluster.running().writes(namespace);

        assertThatThrownBy(() -> run(changed(), plan))
                .hasMessageContaining("ConfigMap " + namespace + "/api has changed");
        assertThat(TestCluster.running().writes(namespace)).isEqualTo(before);
    }

    @Test
    void aStatusThatMovesDoesNotMatter() throws InterruptedException {
        apply(sample());
        SavedPlan plan = saved(changed());
        var api = new ObjectId("apps/v1", "Deployment", namespace, "api");
        String before = cluster.get(api)
                .orElseThrow()
                .path("metadata")
                .path("resourceVersion")
                .asText();
        foreign.pods().inNamespace(namespace).withLabel("app", "api").delete();
        foreign.apps()
                .deployments()
                .inNamespace(namespace)
                .withName("api")
                .waitUntilCondition(
                        live -> !live.getMetadata().getResourceVersion().equals(before),
                        SOON.toSeconds(),
                        TimeUnit.SECONDS);

        assertThat(run(changed(), plan)).isTrue();
    }

    @Test
    void itIsAFileWithoutValuesOfSecrets() throws Exception {
        apply(sample());
        String value = cluster.get(new ObjectId("v1", "Secret", namespace, "db-secrets"))
                .orElseThrow()
                .path("data")
                .path("password")
                .asText();
        SavedPlan plan = saved(changed());
        String text = new ObjectMapper().writeValueAsString(plan);
        assertThat(text).contains("db-secrets").doesNotContain(value);
        assertThat(new ObjectMapper().readValue(text, SavedPlan.class)).isEqualTo(plan);
    }
}
