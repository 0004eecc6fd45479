package dev.slipway.platform.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Written;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.Golden;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LintTests {
    private static final String EDGE = "Deployment/server-edge";
    private static final String POD = "{ spec: { template: { spec: { %s } } } }";
    private static final String CONTAINER = POD.formatted("containers: [{ name: server-edge, %s }]");

    private static Lint.Result check(UnaryOperator<String> change) {
        return Lint.check(Golden.environment(change), Golden.rendered(change));
    }

    private static UnaryOperator<String> patched(String object, String merge) {
        return text -> text + "  - object: " + object + "\n    merge: " + merge + "\n";
    }

    @Test
    void whatIsRenderedKeepsAllRules() {
        assertThat(check(UnaryOperator.identity())).isEqualTo(new Lint.Result(List.of(), List.of(), List.of()));
    }

    private static Arguments container(String rule, String fields, String what) {
        return Arguments.of(rule, EDGE, CONTAINER.formatted(fields), what);
    }

    private static Arguments pod(String rule, String fields, String what) {
        return Arguments.of(rule, EDGE, POD.formatted(fields), what);
    }

    /** A rule, an object, what is laid over it so that it breaks the rule, and what is said then. */
    static Stream<Arguments> violations() {
        return Stream.of(
                container("image-pinned", "image: edge", "container server-edge has the image 'edge'"),
                container("image-pinned", "image: 'a/edge:latest'", "not 'latest'"),
                container("amounts", "resources: { limits: { memory: null } }", "has no limit of memory"),
                container("amounts", "resources: { requests: { ephemeral-storage: null } }", "request of ephemeral"),
                container("probes", "startupProbe: null", "has no startup probe"),
                container(
                        "probes-differ",
                        "readinessProbe: { httpGet: { path: /actuator/health/liveness } }",
                        "asks the same for readiness and liveness"),
                container("ports-named", "ports: [{ containerPort: 9 }]", "has no name for its port 9"),
                container("probe-ports", "livenessProbe: { httpGet: { port: admin } }", "probed at port admin"),
                pod("no-host", "hostNetwork: true", "uses a namespace of the node"),
                pod("no-host", "volumes: [{ name: x, hostPath: { path: / } }]", "volume x is a path of the node"),
                container("no-host", "ports: [{ name: http, hostPort: 80 }]", "takes the port 80 of the node"),
                container("no-privilege", "securityContext: { privileged: true }", "is privileged"),
                container("no-privilege", "securityContext: { allowPrivilegeEscalation: null }", "more privileges"),
                container("no-privilege", "securityContext: { capabilities: { drop: [CHOWN] } }", "keeps capabilities"),
                container("no-privilege", "securityContext: { capabilities: { add: [SYS_ADMIN] } }", "adds the cap"),
                pod("non-root", "securityContext: { runAsNonRoot: null }", "may run as root"),
                container("non-root", "securityContext: { runAsUser: 0 }", "may run as root"),
                pod("high-user", "securityContext: { runAsUser: 999 }", "runs as user 999"),
                pod("seccomp", "securityContext: { seccompProfile: { type: Unconfined } }", "has no seccomp profile"),
                container(
                        "seccomp",
                        "securityContext: { seccompProfile: { type: Unconfined } }",
                        "container server-edge has"),
                pod("level-restricted", "volumes: [{ name: x, nfs: { server: a, path: / } }]", "volume x is of a kind"),
                pod(
                        "level-restricted",
                        "securityContext: { sysctls: [{ name: a, value: b }] }",
                        "sets kernel parameters"),
                pod("level-restricted", "securityContext: { seLinuxOptions: { type: a } }", "sets options of SELinux"),
                container("level-restricted", "securityContext: { procMount: Unmasked }", "sees all of /proc"),
                container(
                        "level-restricted",
                        "securityContext: { appArmorProfile: { type: Unconfined } }",
                        "is not held by AppArmor"),
                pod(
                        "no-host",
                        "initContainers: [{ name: i, ports: [{ name: http, containerPort: 1, hostPort: 80 }] }]",
                        "takes the port 80 of the node"),
                container("read-only-root", "securityContext: { readOnlyRootFilesystem: false }", "may write its root"),
                pod("scratch-sized", "volumes: [{ name: scratch, emptyDir: { sizeLimit: null } }]", "has no sizeLimit"),
                pod("own-account", "serviceAccountName: default", "has no account of its own"),
                pod("own-account", "serviceAccountName: other", "its account other is not rendered"),
                pod("no-token", "automountServiceAccountToken: true", "has a token of the API server"),
                container("no-secret-value", "env: [{ name: DB_PASSWORD, value: s3cret }]", "variable DB_PASSWORD"),
                Arguments.of(
                        "no-secret-value",
                        "ConfigMap/service-settings",
                        "{ data: { api-token: abc } }",
                        "key api-token"),
                pod("secrets-exist", "volumes: [{ name: x, secret: { secretName: none } }]", "Secret none"),
                pod(
                        "secrets-exist",
                        "volumes: [{ name: x, secret: { secretName: server-edge-secrets, items: [{ key: none, path: x }] } }]",
                        "refers to the key none of the Secret server-edge-secrets"),
                pod(
                        "secrets-exist",
                        "volumes: [{ name: x, projected: { sources: [{ secret: { name: none } }] } }]",
                        "Secret none"),
                pod("secrets-exist", "imagePullSecrets: [{ name: none }]", "Secret none"),
                Arguments.of(
                        "secrets-exist",
                        "ServiceAccount/server-edge",
                        "{ imagePullSecrets: [{ name: none }] }",
                        "Secret none"),
                pod(
                        "configmaps-exist",
                        "volumes: [{ name: x, projected: { sources: [{ configMap: { name: none } }] } }]",
                        "ConfigMap none"),
                Arguments.of(
                        "no-secret-value",
                        "ConfigMap/service-settings",
                        "{ data: { a.yaml: \"spring:\\n  redis:\\n    password: s3cret\" } }",
                        "at password in the document a.yaml"),
                Arguments.of(
                        "no-secret-value",
                        "ConfigMap/service-settings",
                        "{ data: { a.json: '{ \"api-token\": \"abc\" }' } }",
                        "at api-token in the document a.json"),
                Arguments.of(
                        "no-secret-value",
                        "ConfigMap/service-settings",
                        "{ data: { a.properties: \"a = b\\nclient.secret=abc\" } }",
                        "at client.secret in the document a.properties"),
                Arguments.of(
                        "edges-named", "NetworkPolicy/server-edge", "{ spec: { ingress: [{}] } }", "lets in everybody"),
                Arguments.of("edges-named", "NetworkPolicy/server-edge", "{ spec: { egress: [{}] } }", "to everywhere"),
                Arguments.of(
                        "budget",
                        "PodDisruptionBudget/service-scaled",
                        "{ spec: { selector: { matchLabels: { a: b } } } }",
                        "has 2 pods and no PodDisruptionBudget"),
                Arguments.of(
                        "spread",
                        "Deployment/service-scaled",
                        POD.formatted("affinity: null"),
                        "not spread over nodes and kept apart"),
                container("configmaps-exist", "envFrom: [{ configMapRef: { name: none } }]", "ConfigMap none"),
                container(
                        "configmaps-exist",
                        "env: [{ name: A, valueFrom: { configMapKeyRef: { name: service-settings, key: none } } }]",
                        "the key none of the ConfigMap service-settings"),
                Arguments.of(
                        "selector-matches", EDGE, "{ spec: { selector: { matchLabels: { a: b } } } }", "selects {"),
                Arguments.of(
                        "service-has-pods", "Service/server-edge", "{ spec: { selector: { a: b } } }", "finds no pods"),
                Arguments.of(
                        "service-has-pods",
                        "Service/server-edge",
                        "{ spec: { ports: [{ name: http, targetPort: admin }] } }",
                        "leads to the port admin"),
                Arguments.of(
                        "ingress-backend",
                        "Ingress/server-edge",
                        "{ spec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix,"
                                + " backend: { service: { name: server-edge, port: { name: web } } } }] } }] } }",
                        "leads to server-edge, which is no Service with that port"),
                Arguments.of(
                        "autoscaled", "Deployment/service-scaled", "{ spec: { replicas: 3 } }", "a number of replicas"),
                Arguments.of(
                        "autoscaled",
                        "HorizontalPodAutoscaler/service-scaled",
                        "{ spec: { scaleTargetRef: { name: none } } }",
                        "scales none, which is not rendered"),
                Arguments.of("replicas", EDGE, "{ spec: { replicas: 1 } }", "has one pod"),
                Arguments.of(
                        "budget",
                        "PodDisruptionBudget/server-edge",
                        "{ spec: { selector: { matchLabels: { a: b } } } }",
                        "has 2 pods and no PodDisruptionBudget"),
                Arguments.of(
                        "budget-unhealthy",
                        "PodDisruptionBudget/server-edge",
                        "{ spec: { unhealthyPodEvictionPolicy: null } }",
                        "keeps unhealthy pods"),
                pod("spread", "affinity: null", "not spread over nodes and kept apart"),
                pod("spread", "topologySpreadConstraints: null", "not spread over nodes and kept apart"),
                Arguments.of("tls", "Ingress/server-edge", "{ spec: { tls: null } }", "has no TLS"),
                Arguments.of(
                        "default-deny",
                        "NetworkPolicy/default-deny",
                        "{ spec: { policyTypes: [Ingress] } }",
                        "which no policy closes"),
                Arguments.of(
                        "edges",
                        "NetworkPolicy/server-edge",
                        "{ spec: { podSelector: { matchLabels: { a: b } } } }",
                        "no NetworkPolicy names the edges"),
                Arguments.of(
                        "no-wildcards",
                        "Role/slipway-viewer",
                        "{ rules: [{ apiGroups: [''], resources: ['*'], verbs: [get] }] }",
                        "allows everything"),
                Arguments.of(
                        "no-wildcards",
                        "RoleBinding/slipway-viewer",
                        "{ roleRef: { name: cluster-admin } }",
                        "makes somebody cluster-admin"),
                Arguments.of(
                        "api-version",
                        "CronJob/config-check",
                        "{ apiVersion: batch/v1beta1 }",
                        "version batch/v1beta1"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("violations")
    void anObjectThatBreaksARuleIsFound(String rule, String object, String merge, String what) {
        assertThat(check(patched(object, merge)).findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.what()).contains(what);
        });
    }

    static Stream<Arguments> objects() {
        var nobody = new StatefulSetBuilder()
                .withNewMetadata()
                .withName("alone")
                .endMetadata()
                .withNewSpec()
                .withServiceName("server-edge")
                .withNewSelector()
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
        var route = new HTTPRouteBuilder()
                .withNewMetadata()
                .withName("lost")
                .withNamespace("${NAMESPACE}")
                .endMetadata()
                .withNewSpec()
                .addNewRule()
                .addNewBackendRef()
                .withName("server-edge")
                .withPort(9)
                .endBackendRef()
                .endRule()
                .endSpec()
                .build();
        var secret = new SecretBuilder()
                .withNewMetadata()
                .withName("rendered")
                .endMetadata()
                .withStringData(Map.of("a", "b"))
                .build();
        var role = new ClusterRoleBuilder()
                .withNewMetadata()
                .withName("all")
                .endMetadata()
                .addNewRule()
                .withVerbs("*")
                .endRule()
                .build();
        var admin = new ClusterRoleBindingBuilder()
                .withNewMetadata()
                .withName("admin")
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
                .build();
        var narrow = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("mysql-settings")
                .withNamespace("${NAMESPACE}")
                .endMetadata()
                .addToData("master.cnf", "[mysqld]\nmax-connections = 109\n")
                .build();
        var flows = Written.object(
                "{apiVersion: flowcontrol.apiserver.k8s.io/v1beta3, kind: FlowSchema, metadata: {name: f}}");
        var plain = Written.object("{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g},"
                + " spec: {listeners: [{name: http, port: 80, protocol: HTTP}]}}");
        return Stream.of(
                Arguments.of("api-version", flows),
                Arguments.of("tls", plain),
                Arguments.of("connections", narrow),
                Arguments.of("headless", nobody),
                Arguments.of("ingress-backend", route),
                Arguments.of("no-secret-value", secret),
                Arguments.of("no-wildcards", role),
                Arguments.of("no-wildcards", admin));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("objects")
    void anotherObjectThatBreaksARuleIsFound(String rule, HasMetadata object) {
        Manifests golden = Golden.rendered();
        var more = new ArrayList<>(golden.manifests());
        more.add(new Manifest(object, "other", Set.of()));
        var all = new Manifests(golden.environment(), golden.namespace(), more, golden.secrets());

        assertThat(Lint.check(Golden.environment(UnaryOperator.identity()), all).findings())
                .extracting(Finding::rule)
                .contains(rule);
    }

    private static UnaryOperator<String> ownMysql(int connections) {
        String outside = "mysql: { outside: { addresses: [192.0.2.10, 192.0.2.11] }, port: 3307 }";
        return text -> text.replace(outside, "mysql: { connections: " + connections + " }");
    }

    /** Six pods, of which half as many more come for a while, with ten connections each; and twenty that are nobody's. */
    @Test
    void connectionsAreCountedAtFullLoadAndWhilePodsAreReplaced() {
        assertThat(check(ownMysql(110)).findings()).extracting(Finding::rule).doesNotContain("connections");
        assertThat(check(ownMysql(109)).findings())
                .contains(new Finding(
                        "connections",
                        "ConfigMap/mysql-settings",
                        "lets in 109 connections, allowed: 110 or more ('connections' of middleware.mysql), which are 20"
                                + " and those of {Deployment/service-scaled=90}"));
    }

    @Test
    void everyRuleHasAnObjectThatBreaksIt() {
        Set<Object> shown =
                Stream.concat(violations(), objects()).map(row -> row.get()[0]).collect(Collectors.toSet());

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        Lint.RULES.stream().map(Rule::name).collect(Collectors.toSet()));
    }

    private static final String WAIVER = """
            waivers:
              - rule: no-host
                object: Deployment/server-edge
                reason: It looks at the nodes' own network.
            """;

    @Test
    void aWaiverWithItsReasonLetsAFindingPass() {
        var result = check(text ->
                WAIVER + patched(EDGE, POD.formatted("hostNetwork: true")).apply(text));

        assertThat(result.clean()).isTrue();
        assertThat(result.waived()).extracting(Finding::rule).containsExactly("no-host");
    }

    /** A document may say where a secret comes from. */
    @Test
    void whatStandsForASecretIsNone() {
        String document = "password: ${redis-password:}\\ntoken:\\nsecret: /run/x\\n# password: x\\nsecret-file: y";

        assertThat(check(patched("ConfigMap/service-settings", "{ data: { a.yaml: \"" + document + "\" } }"))
                        .findings())
                .isEmpty();
    }

    @Test
    void aWaiverOfAnObjectOfSeveralNamespacesNamesItsOwn() {
        UnaryOperator<String> two =
                text -> text.replace("patches:\n", "addons: { headlamp: { replicas: 2 } }\npatches:\n");
        String open = "{ spec: { policyTypes: [Ingress] } }";
        var broken = two.andThen(patched("NetworkPolicy/headlamp/default-deny", open));
        String waiver = WAIVER.replace("no-host", "default-deny").replace(EDGE, "Deployment/headlamp/headlamp");

        assertThat(check(text -> waiver + broken.apply(text)).clean()).isTrue();
        assertThat(check(text -> waiver.replace("Deployment/headlamp/headlamp", "NetworkPolicy/default-deny")
                                + two.apply(text))
                        .problems())
                .extracting(Object::toString)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("platform.yaml:2:5: 'NetworkPolicy/default-deny' is the name of 2 objects"));
    }

    @Test
    void aWaiverThatWaivesNothingIsAFaultWithItsLine() {
        assertThat(check(text -> WAIVER + text).problems())
                .extracting(Object::toString)
                .containsExactly(
                        "platform.yaml:2:5: the waiver is not used: Deployment/server-edge keeps the rule 'no-host'");
        assertThat(check(text -> WAIVER.replace("no-host", "no-hots") + text).problems())
                .extracting(Object::toString)
                .first()
                .asString()
                .startsWith("platform.yaml:2:5: no rule is called 'no-hots', allowed: image-pinned, ");
    }
}
