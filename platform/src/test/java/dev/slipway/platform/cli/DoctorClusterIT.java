package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.Ran;
import dev.slipway.platform.apply.TestCluster;
import dev.slipway.platform.apply.TestUser;
import dev.slipway.platform.report.ExitCode;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class DoctorClusterIT {
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();
    private final String namespace = "t-" + UUID.randomUUID().toString().substring(0, 8);

    private Ran doctor(String environment, String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"doctor", "-e", environment, "-n", namespace}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Ran.onCluster(SOURCES, TestCluster.running().kubeconfig(), arguments);
    }

    /** The simulated cluster has nodes, classes of its own, and no DNS; the environment brings its own metrics. */
    @Test
    void eachCheckTellsWhatTheClusterHas() throws IOException {
        var ran = doctor("prod-ol", "-o", "json", "-v");

        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).containsPattern("(?m)^GET /version: 200 in \\d+ ms$");
        Map<String, String> verdicts = verdicts(ran);
        assertThat(verdicts.get("kubernetes")).startsWith("ok: v1.");
        assertThat(verdicts.get("permissions")).startsWith("ok");
        assertThat(verdicts.get("kinds")).startsWith("problem").contains("HTTPRoute");
        assertThat(verdicts.get("room")).contains("on 3 nodes, requested are");
        assertThat(verdicts.get("dns")).startsWith("problem: there is no Service kube-dns");
        assertThat(verdicts.get("clock")).startsWith("ok");
        assertThat(verdicts.get("metrics")).startsWith("ok");
        assertThat(verdicts)
                .containsKeys("classes", "secrets", "quota", "ingress classes", "gateway classes", "csi drivers");
    }

    private static Map<String, String> verdicts(Ran ran) throws IOException {
        var verdicts = new HashMap<String, String>();
        for (JsonNode finding : new ObjectMapper().readTree(ran.out())) {
            verdicts.merge(
                    finding.path("check").asText(),
                    finding.path("verdict").asText() + ": "
                            + finding.path("found").asText(),
                    (first, second) -> first + "\n" + second);
        }
        return verdicts;
    }

    private KubernetesClient admin() {
        return new KubernetesClientBuilder()
                .withConfig(
                        Config.fromKubeconfig(TestCluster.running().kubeconfig().toFile()))
                .build();
    }

    @Test
    void whatSomebodyElseHasInstalledIsKnownByWhatItRuns() throws IOException {
        try (var admin = admin()) {
            admin.resource(new NamespaceBuilder()
                            .withNewMetadata()
                            .withName(namespace)
                            .endMetadata()
                            .build())
                    .create();
            install(admin, "volumes", "registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2");
            install(admin, "board", "ghcr.io/headlamp-k8s/headlamp:v0.35.0");
            install(admin, "logs", "docker.io/fluent/fluentd:v1.18");

            Map<String, String> verdicts = verdicts(doctor("dev-ol", "-o", "json"));

            assertThat(verdicts.get("nfs provisioner")).isEqualTo("warning: volumes is there already, and not by us");
            assertThat(verdicts.get("log collector")).isEqualTo("warning: logs is there already, and not by us");
            assertThat(verdicts.get("dashboard")).isEqualTo("ok: board, not by us");
            admin.namespaces().withName(namespace).delete();
        }
    }

    private void install(KubernetesClient admin, String name, String image) {
        admin.resource(new DeploymentBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(namespace)
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(0)
                        .withNewSelector()
                        .addToMatchLabels("app", name)
                        .endSelector()
                        .withNewTemplate()
                        .withNewMetadata()
                        .addToLabels("app", name)
                        .endMetadata()
                        .withNewSpec()
                        .addNewContainer()
                        .withName("main")
                        .withImage(image)
                        .endContainer()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build())
                .create();
    }

    @Test
    void thePlainTableIsThatOfTheMachine() {
        var ran = doctor("dev-ol");

        assertThat(ran.out().lines().findFirst().orElseThrow().split(" +"))
                .containsExactly("CHECK", "VERDICT", "FOUND", "FIX");
    }

    @Test
    void anEnvironmentWithoutAClusterIsRefused() {
        assertThat(doctor("local").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatThisUserMayNotReadIsToldAsSuch() throws IOException {
        Path kubeconfig;
        try (var admin = admin()) {
            var user = TestUser.of(admin, namespace);
            user.may("statefulsets");
            kubeconfig = user.kubeconfig();
        }

        var ran = Ran.onCluster(SOURCES, kubeconfig, "doctor", "-e", "dev-ol", "-n", namespace);

        assertThat(ran.out().lines().map(line -> line.replaceAll(" +", " ")))
                .anyMatch(line -> line.startsWith("room warning not looked at: this user may not list nodes"))
                .anyMatch(line -> line.startsWith("dns warning not looked at"))
                .anyMatch(line -> line.startsWith("permissions problem"));
    }

    @Test
    void credentialsThatAreNotAcceptedAreNoPuzzle() throws IOException {
        Path kubeconfig = Files.createTempFile("expired", ".kubeconfig");
        Files.writeString(
                kubeconfig,
                Files.readString(TestCluster.running().kubeconfig())
                        .replaceFirst("(?m)^users: .*$", "users: [{name: test, user: {token: expired}}]"));

        for (String command : List.of("doctor", "status", "uninstall")) {
            var ran = Ran.onCluster(SOURCES, kubeconfig, command, "-e", "dev-ol", "-n", namespace);

            assertThat(ran.exit()).as(command + ": " + ran.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(ran.err())
                    .startsWith("error: the API server does not accept the credentials")
                    .contains("renew them");
        }
        Files.delete(kubeconfig);
    }

    /** Within less than a request that might still be answered is repeated. */
    @Test
    @Timeout(30)
    void anAddressThatNobodyKnowsIsNotAskedAgain() throws IOException {
        Path kubeconfig = Files.createTempFile("elsewhere", ".kubeconfig");
        Files.writeString(
                kubeconfig,
                Files.readString(TestCluster.running().kubeconfig())
                        .replaceFirst("https://127.0.0.1:", "https://cluster.invalid:"));

        var ran = Ran.onCluster(SOURCES, kubeconfig, "doctor", "-e", "dev-ol", "-n", namespace);

        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err())
                .startsWith("error: the API server at https://cluster.invalid:")
                .contains("nobody knows the name cluster.invalid");
        Files.delete(kubeconfig);
    }
}
