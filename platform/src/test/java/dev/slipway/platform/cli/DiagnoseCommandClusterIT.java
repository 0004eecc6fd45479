package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.Ran;
import dev.slipway.platform.apply.TestCluster;
import dev.slipway.platform.report.ExitCode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The commands themselves, with the sources' own environment. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class DiagnoseCommandClusterIT {
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private final String namespace = "t-" + UUID.randomUUID().toString().substring(0, 8);

    private static Ran slipway(String... arguments) {
        return Ran.onCluster(SOURCES, TestCluster.running().kubeconfig(), arguments);
    }

    /** Add-ons are the whole cluster's, which other tests use too. */
    @AfterEach
    void takesAddonsAway() {
        slipway("uninstall", "-e", "dev-ol", "-n", namespace, "--yes");
    }

    /** What the cluster of dev-ol brings, and one thing that it should not. */
    private void given(String... objects) {
        try (var client = new KubernetesClientBuilder()
                .withConfig(
                        Config.fromKubeconfig(TestCluster.running().kubeconfig().toFile()))
                .build()) {
            for (String text : objects) {
                client.resource(YAML.<HasMetadata>unmarshal(
                                "---\n" + text.replace("NAMESPACE", namespace), HasMetadata.class))
                        .fieldManager("someone")
                        .forceConflicts()
                        .serverSideApply();
            }
        }
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearest() {
        var ran = slipway("diagnose", "-e", "dev-ol", "service-ordr");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("did you mean 'service-order'?");
    }

    @Test
    void nothingAppliedIsSomethingWrong() throws IOException {
        var ran = slipway("diagnose", "-e", "dev-ol", "-n", namespace, "service-order", "-o", "json");

        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        var first = new ObjectMapper().readTree(ran.out()).path(0);
        assertThat(first.path("cause").asText()).isEqualTo("not-applied");
        assertThat(first.path("evidence").toString()).contains("Deployment " + namespace + "/service-order");
    }

    @Test
    void anApplyThatDoesNotComeToItsEndSaysWhy() {
        given(
                "{apiVersion: v1, kind: Namespace, metadata: {name: NAMESPACE}}",
                "{apiVersion: v1, kind: LimitRange, metadata: {name: small, namespace: NAMESPACE}, spec: {limits: [{type:"
                        + " Container, max: {memory: 100Mi}}]}}",
                "{apiVersion: v1, kind: Secret, type: kubernetes.io/tls, metadata: {name: dev-tls, namespace: NAMESPACE},"
                        + " data: {tls.crt: '', tls.key: ''}}");

        var ran = slipway(
                "apply",
                "-e",
                "dev-ol",
                "-n",
                namespace,
                "--registry",
                "r.example.com",
                "--tag",
                "1",
                "--timeout",
                "30");

        assertThat(ran.exit()).isEqualTo(ExitCode.TIMED_OUT);
        assertThat(List.of(ran.err().split("\n")))
                .anySatisfy(line -> assertThat(line)
                        .contains("StatefulSet " + namespace + "/mysql", "maximum memory usage per Container is 100Mi"))
                .anySatisfy(line -> assertThat(line).contains("change deploy/dev-ol/platform.yaml: patches"));
    }
}
