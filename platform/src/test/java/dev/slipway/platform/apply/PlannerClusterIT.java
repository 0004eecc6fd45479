package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.platform.cluster.Connection;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.diff.Differences;
import dev.slipway.platform.diff.FieldChange;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class PlannerClusterIT extends OnCluster {
    private static final String NAMESPACE = "{apiVersion: v1, kind: Namespace, metadata: {name: NS}}";

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

    private void given(String... texts) throws InterruptedException {
        for (String text : texts) {
            cluster.apply(cluster.tree(Sample.yaml(text.replace("NS", namespace))), false);
        }
    }

    private Manifests described(String... texts) {
        List<Manifest> all = Stream.of(texts)
                .map(text -> Sample.yaml(text.replace("NS", namespace)))
                .map(object -> new Manifest(object, Manifest.FOUNDATION, Set.of()))
                .toList();
        return new Manifests(namespace, namespace, all, List.of());
    }

    private static String service(String name, int port) {
        return "{apiVersion: v1, kind: Service, metadata: {name: %s, namespace: NS}, spec: {ports: [{port: %d}]}}"
                .formatted(name, port);
    }

    @Test
    void allThatTheServerWouldNotMakeIsToldAtOnceWhereItsNamespaceIsThere() throws InterruptedException, IOException {
        Manifests manifests = described(NAMESPACE, service("a", 0), service("b", 80), service("c", 70000));
        assertThat(plan(manifests).changes()).extracting(Change::action).containsOnly(Action.CREATE);

        given(NAMESPACE);
        long before = TestCluster.running().writes(namespace);

        assertThatThrownBy(() -> plan(manifests)).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(error.what())
                    .contains("Service " + namespace + "/a: ", "Service " + namespace + "/c: ", "spec.ports[0].port")
                    .doesNotContain("/b");
        });
        assertThat(TestCluster.running().writes(namespace)).isEqualTo(before);
    }

    @Test
    void whatAPolicyOfTheClusterRefusesShowsBeforeItIsApplied() throws InterruptedException {
        given(NAMESPACE, """
                {apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicy, metadata: {name: NS}, spec:
                 {matchConstraints: {resourceRules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE], resources:
                 [services]}]}, validations: [{expression: 'false', message: 'no Services here'}]}}
                """, """
                {apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicyBinding, metadata: {name: NS},
                 spec: {policyName: NS, validationActions: [Deny], matchResources: {namespaceSelector: {matchLabels:
                 {kubernetes.io/metadata.name: NS}}}}}
                """);
        Manifests manifests = described(NAMESPACE, service("a", 80));

        await().atMost(SOON).untilAsserted(() -> assertThatThrownBy(() -> plan(manifests))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("Service " + namespace + "/a: ", "no Services here"));
    }

    @Test
    void aQuotaThatTheSamePlanRaisesIsNotHeldAgainstIt() throws InterruptedException {
        String quota =
                "{apiVersion: v1, kind: ResourceQuota, metadata: {name: q, namespace: NS}, spec: {hard: {services: %s}}}";
        given(NAMESPACE, quota.formatted("'0'"));
        await().atMost(SOON).until(() -> cluster.get(new ObjectId("v1", "ResourceQuota", namespace, "q"))
                .orElseThrow()
                .path("status")
                .has("used"));

        assertThatThrownBy(() -> plan(described(NAMESPACE, service("a", 80))))
                .hasMessageContaining("exceeded quota: q");
        assertThat(plan(described(NAMESPACE, quota.formatted("'1'"), service("a", 80)))
                        .changes())
                .extracting(Change::action)
                .contains(Action.CREATE, Action.UPDATE);
    }

    /** It hears of it anyway, when it makes them. */
    @Test
    void anApplyAsksNothingMore() throws InterruptedException {
        given(NAMESPACE);
        var requests = Collections.synchronizedList(new ArrayList<String>());
        try (var counted = new Connection(TestCluster.running().kubeconfig(), null).open(requests::add);
                var apply = new EnvironmentApply(
                        counted, described(service("a", 80)), new SecureRandom(), Clock.systemUTC(), events::add)) {
            assertThat(apply.run(SOON)).isTrue();
            assertThat(requests).noneMatch(request -> request.contains("dryRun=All"));
        }
    }
}
