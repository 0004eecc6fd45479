package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The order of writes, and what stands in the Secrets meanwhile; that servers take the values is not shown here. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class EnvironmentRotationClusterIT extends OnCluster {
    private static final String FAILING = "kwok.test/fail: Error";
    private RotationSample sample;

    @BeforeEach
    void applies() throws InterruptedException {
        sample = new RotationSample(namespace);
        apply(sample.manifests());
        events.clear();
    }

    private void rotate() throws InterruptedException {
        sample.rotate(cluster, "", events::add);
    }

    private JsonNode data(String secret) throws InterruptedException {
        return cluster.get(new ObjectId("v1", "Secret", namespace, secret))
                .orElseThrow()
                .path("data");
    }

    private String password() throws InterruptedException {
        return data("db-secrets").path("password").asText();
    }

    private static Set<String> keys(JsonNode data) {
        var keys = new TreeSet<String>();
        data.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private long generation(String deployment) throws InterruptedException {
        return cluster.get(workload(deployment))
                .orElseThrow()
                .at("/metadata/generation")
                .asLong();
    }

    private ObjectId workload(String name) {
        return new ObjectId("apps/v1", "Deployment", namespace, name);
    }

    private ObjectId job(String phase) {
        return new ObjectId("batch/v1", "Job", namespace, "db-" + phase);
    }

    private void holds(String before) throws InterruptedException {
        assertThat(keys(data("db-secrets"))).containsExactly("password");
        assertThat(keys(data("api-secrets"))).containsExactly("db", "own-key");
        assertThat(password()).isNotEmpty().isNotEqualTo(before);
        assertThat(data("api-secrets").path("db").asText()).isEqualTo(password());
        assertThat(data("web-secrets").path("db").asText()).isEqualTo(password());
        assertThat(cluster.list("batch/v1", "Job", namespace, "")).isEmpty();
    }

    @Test
    void everybodyHasTheNewValueAndNobodyElseWasTouched() throws InterruptedException {
        String before = password();
        String key = data("api-secrets").path("own-key").asText();

        rotate();

        holds(before);
        assertThat(data("api-secrets").path("own-key").asText())
                .hasSameSizeAs(key)
                .isNotEqualTo(key);
        assertThat(generation("api")).isEqualTo(2);
        assertThat(generation("web")).isEqualTo(2);
        assertThat(cluster.get(new ObjectId("apps/v1", "StatefulSet", namespace, "db"))
                        .orElseThrow()
                        .at("/metadata/generation")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void oneStartsAnewAfterTheOtherBetweenWhatTheServerIsTold() throws InterruptedException {
        rotate();

        var api = new ApplyEvent.Changed(workload("api"), Readiness.ready());
        var web = new ApplyEvent.Changed(workload("web"), Readiness.ready());
        assertThat(events)
                .containsSubsequence(
                        new ApplyEvent.Gone(job("accept")),
                        new ApplyEvent.Wrote(workload("api"), Action.UPDATE),
                        api,
                        new ApplyEvent.Wrote(workload("web"), Action.UPDATE),
                        web,
                        new ApplyEvent.Wrote(job("retire"), Action.CREATE),
                        new ApplyEvent.Gone(job("retire")));
    }

    @Test
    void anApplyHasNothingToDoAfterwards() throws InterruptedException, IOException {
        rotate();
        long writes = TestCluster.running().writes(namespace);

        assertThat(apply(sample.manifests())).isFalse();
        assertThat(TestCluster.running().writes(namespace)).isEqualTo(writes);
    }

    /** Each round has one write more before the kill, until there is none left to be killed after. */
    @Test
    void killedAfterAnyWriteAndRunAgainItEndsWell() throws Exception {
        int write = 0;
        int exit;
        do {
            String before = password();
            String key = data("api-secrets").path("own-key").asText();
            long generation = generation("web");
            Process process = elsewhere(++write);
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            exit = process.exitValue();
            assertThat(texts(data("db-secrets")))
                    .as("write " + write)
                    .contains(
                            data("api-secrets").path("db").asText(),
                            data("web-secrets").path("db").asText());
            try (var rotation = sample.rotation(cluster, "", events::add)) {
                rotation.run(open(before, key), SOON);
            }
            holds(before);
            assertThat(data("api-secrets").path("own-key").asText()).isNotEqualTo(key);
            assertThat(generation("web")).as("write " + write).isEqualTo(generation + 1);
        } while (exit != 0);
        assertThat(write).isGreaterThan(10);
        assertThat(apply(sample.manifests())).isFalse();
    }

    /** What did not come to its end; what did would be given a third value. */
    private Set<String> open(String password, String key) throws InterruptedException {
        var open = new TreeSet<String>();
        if (password().equals(password) || data("db-secrets").size() > 1) {
            open.add("db-password");
        }
        if (data("api-secrets").path("own-key").asText().equals(key)
                || data("api-secrets").size() > 2) {
            open.add("own-key");
        }
        return open;
    }

    private static List<String> texts(JsonNode data) {
        var texts = new ArrayList<String>();
        data.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private Process elsewhere(int write) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        RotationSample.class.getName(),
                        TestCluster.running().kubeconfig().toString(),
                        namespace,
                        Integer.toString(write))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void aServerThatCannotBeToldKeepsWhatItHas() throws InterruptedException {
        String before = password();

        assertThatThrownBy(() -> sample.rotate(cluster, FAILING, events::add))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED);
                    assertThat(error.what()).contains("Job " + namespace + "/db-accept", "it says:");
                });
        assertThat(password()).isEqualTo(before);
        assertThat(data("web-secrets").path("db").asText()).isEqualTo(before);
        String next = data("db-secrets").path("password.next").asText();

        rotate();
        holds(before);
        assertThat(password()).isEqualTo(next);
    }

    @Test
    void whatWasBegunIsFinishedWhoeverIsNamed() throws InterruptedException {
        String before = password();
        assertThatThrownBy(() -> sample.rotate(cluster, FAILING, events::add)).isInstanceOf(UserError.class);

        try (var rotation = sample.rotation(cluster, "", events::add)) {
            assertThat(rotation.plan(Set.of()).secrets())
                    .extracting(RotationPlan.Entry::secret)
                    .containsExactly("db-password", "own-key");
            rotation.run(Set.of("own-key"), SOON);
        }
        holds(before);
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
        assertThat(keys(data("db-secrets"))).containsExactly("password");
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
