package dev.slipway.platform.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.Written;
import dev.slipway.platform.apply.EnvironmentApply;
import dev.slipway.platform.apply.EnvironmentStatus;
import dev.slipway.platform.apply.TestCluster;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Connection;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.live.Investigation;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.secrets.SecretName;
import dev.slipway.platform.spec.HandMadeSecret;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who may do exactly what is named as needed, and nothing else. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class RightsClusterIT {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final String POD =
            "selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}, annotations:"
                    + " {form: '%s'}}, spec: {containers: [{name: c, image: 'e.com/c:1'}]}}";

    private final String namespace = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private KubernetesClient admin;

    @TempDir
    Path folder;

    @BeforeEach
    void connects() {
        admin = new KubernetesClientBuilder()
                .withConfig(
                        Config.fromKubeconfig(TestCluster.running().kubeconfig().toFile()))
                .build();
    }

    @AfterEach
    void disconnects() {
        for (String kind : List.of("ClusterRole", "ClusterRoleBinding", "IngressClass")) {
            admin.genericKubernetesResources(kind.equals("IngressClass") ? "networking.k8s.io/v1" : RBAC, kind)
                    .withName(namespace)
                    .delete();
        }
        admin.close();
    }

    private static final String RBAC = "rbac.authorization.k8s.io/v1";

    private HasMetadata object(String text) {
        return Written.object(text.replace("NS", namespace));
    }

    private Manifests manifests(String form) {
        var objects = Stream.of(
                        "{apiVersion: v1, kind: Namespace, metadata: {name: NS}}",
                        "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: files, namespace: NS}, spec:"
                                + " {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Mi}}}}",
                        "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: NS}, spec: {"
                                + POD.formatted(form) + "}}",
                        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: api, namespace: NS}, spec: {"
                                + POD.formatted(form) + "}}",
                        "{apiVersion: v1, kind: Namespace, metadata: {name: NS-addon}}",
                        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: addon, namespace: NS-addon}, spec: {"
                                + POD.formatted(form) + "}}",
                        "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: api, namespace: NS}, spec:"
                                + " {ingressClassName: NS, defaultBackend: {service: {name: api, port: {number: 80}}}}}",
                        "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: api, namespace: NS}, spec:"
                                + " {maxUnavailable: 1, selector: {matchLabels: {app: a}}}}")
                .map(text -> new Manifest(object(text), "api", Set.of()))
                .toList();
        var secret = new GeneratedSecret(namespace, "api-secrets", "api", Map.of("key", SecretName.password("key")));
        var brought = new BroughtSecret(
                namespace + "-addon",
                "addon-tls",
                "api",
                HandMadeSecret.Form.TLS,
                new BroughtSecret.SelfSigned(List.of("addon.example.com")));
        return new Manifests(namespace, namespace, objects, List.of(secret), List.of(brought));
    }

    @Test
    void mayApplyChangeAndLook() throws Exception {
        Manifests first = manifests("1");
        grant(first);

        try (var cluster = new Connection(TestCluster.running().kubeconfigOf(namespace, "user", folder), null).open()) {
            assertThat(Rights.missing(cluster, first)).isEmpty();
            assertThat(apply(cluster, first)).isTrue();
            assertThat(apply(cluster, manifests("2"))).isTrue();
            assertThat(apply(cluster, manifests("2"))).isFalse();
            var status = new EnvironmentStatus(cluster, first, Clock.systemUTC(), event -> {});
            assertThat(EnvironmentStatus.ready(status.look())).isTrue();
        }
    }

    /** Of an environment that names no class, without the right to look at any. */
    @Test
    void mayLearnWhyAnApplyFails() throws Exception {
        var deployment = object("{apiVersion: apps/v1, kind: Deployment, metadata: {name: api, namespace: NS}, spec: {"
                + POD.formatted("1', kwok.test/fail: 'ImagePullBackOff") + "}}");
        var failing =
                new Manifests(namespace, namespace, List.of(new Manifest(deployment, "api", Set.of())), List.of());
        grant(failing);

        try (var cluster = new Connection(TestCluster.running().kubeconfigOf(namespace, "user", folder), null).open()) {
            assertThatThrownBy(() -> apply(cluster, failing)).hasMessageContaining("cannot be pulled");

            assertThat(new Investigation(cluster, failing, Written.environment("", "", "")).of(""))
                    .singleElement()
                    .satisfies(found -> assertThat(found.cause()).isEqualTo(Cause.IMAGE));
        }
    }

    private static boolean apply(Cluster cluster, Manifests manifests) throws InterruptedException {
        try (var apply = new EnvironmentApply(cluster, manifests, new SecureRandom(), Clock.systemUTC(), event -> {})) {
            return apply.run(Duration.ofSeconds(60));
        }
    }

    private void grant(Manifests manifests) {
        create("{apiVersion: v1, kind: Namespace, metadata: {name: NS}}");
        create("{apiVersion: v1, kind: Namespace, metadata: {name: NS-addon, labels: {slipway.dev/environment: NS}}}");
        create(
                "{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: NS}, spec: {controller: e.com/c}}");
        create("{apiVersion: v1, kind: ServiceAccount, metadata: {name: user, namespace: NS}}");
        bind("ClusterRole", "", manifests);
        bind("Role", namespace, manifests);
        bind("Role", namespace + "-addon", manifests);
    }

    private void create(String text) {
        admin.resource(object(text)).create();
    }

    /** @param space the namespace that the rights are for; empty for the whole cluster */
    private void bind(String kind, String space, Manifests manifests) {
        String place = space.isEmpty() ? "" : ", namespace: " + space;
        String rules = YAML.asJson(Rights.needed(manifests).entrySet().stream()
                .filter(right -> right.getKey().namespace().equals(space))
                .map(right -> rule(right.getKey(), right.getValue()))
                .toList());
        create("{apiVersion: %s, kind: %s, metadata: {name: NS%s}, rules: %s}".formatted(RBAC, kind, place, rules));
        create("""
                {apiVersion: RBAC, kind: KINDBinding, metadata: {name: NSPLACE},
                 roleRef: {apiGroup: rbac.authorization.k8s.io, kind: KIND, name: NS},
                 subjects: [{kind: ServiceAccount, name: user, namespace: NS}]}
                """.replace("RBAC", RBAC).replace("KIND", kind).replace("PLACE", place));
    }

    private PolicyRule rule(ObjectGroup objects, Set<String> verbs) {
        String apiVersion = objects.apiVersion();
        String plural = admin.getApiResources(apiVersion).getResources().stream()
                .filter(resource -> resource.getKind().equals(objects.kind())
                        && !resource.getName().contains("/"))
                .findFirst()
                .orElseThrow()
                .getName();
        return new PolicyRuleBuilder()
                .withApiGroups(apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "")
                .withResources(plural)
                .withVerbs(List.copyOf(verbs))
                .build();
    }
}
