package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.Main;
import dev.slipway.platform.Ran;
import dev.slipway.platform.report.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The whole development environment of the sources, by the commands that people use. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class ClusterCommandsClusterIT extends OnCluster {
    private static final String NEW = "2.0.0";
    private static final String LOGIN = "config.json";
    private final Random random = new Random(17);

    /** All that was printed. */
    private final StringBuilder said = new StringBuilder();

    @TempDir
    Path files;

    @TempDir
    Path home;

    /** The sources, without the metrics: their API cannot become available where pods are simulated. */
    @BeforeEach
    void describes() throws IOException {
        Checkout.make(home, "dev-ol", text -> text.replaceFirst("(?m)^ +metrics-server: .*\\R", "")
                .replace("  ingressClass:", "  imagePullSecret: registry-login\n  ingressClass:"));
        String auth = Base64.getEncoder().encodeToString("ann:hunter2hunter2".getBytes(StandardCharsets.UTF_8));
        Files.writeString(home.resolve(LOGIN), "{\"auths\": {\"registry.example.com\": {\"auth\": \"" + auth + "\"}}}");
    }

    private Ran slipway(String... arguments) {
        Ran ran = Ran.onCluster(home, TestCluster.running().kubeconfig(), arguments);
        said.append(ran.out()).append(ran.err());
        return ran;
    }

    private Ran devOl(String command, String... more) {
        Stream<String> target = Stream.of(command, "-e", "dev-ol", "-n", namespace);
        return slipway(Stream.concat(target, Stream.of(more)).toArray(String[]::new));
    }

    private Ran images(String command, String tag, String... more) {
        Stream<String> images =
                Stream.of("--registry", "registry.example.com/his", "--tag", tag, "--docker-config", LOGIN);
        return devOl(command, Stream.concat(images, Stream.of(more)).toArray(String[]::new));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    /** Starts a command in a process of its own and kills it somewhere in the middle, which is after some of its writes. */
    private void killed(String command, String... more) throws Exception {
        var line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                Main.class.getName(),
                command,
                "-e",
                "dev-ol",
                "-n",
                namespace));
        line.addAll(List.of(more));
        var builder = new ProcessBuilder(line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .put("KUBECONFIG", TestCluster.running().kubeconfig().toString());
        long enough = TestCluster.running().writes(namespace) + 5 + random.nextInt(30);
        Process process = builder.start();
        await().atMost(SOON)
                .until(() -> !process.isAlive() || TestCluster.running().writes(namespace) >= enough);
        process.destroyForcibly().waitFor();
    }

    private void killedApply(String tag) throws Exception {
        for (int round = 0; round < 2; round++) {
            killed("apply", "--registry", "registry.example.com/his", "--tag", tag, "--docker-config", LOGIN);
        }
    }

    /** Of each Deployment the pods of one form alone run. */
    private void assertNothingIsDoubled() {
        var deployments =
                foreign.apps().deployments().inNamespace(namespace).list().getItems();
        assertThat(foreign.apps().replicaSets().inNamespace(namespace).list().getItems())
                .filteredOn(set -> set.getSpec().getReplicas() > 0)
                .extracting(set -> set.getMetadata().getOwnerReferences().get(0).getName())
                .containsExactlyInAnyOrderElementsOf(deployments.stream()
                        .map(deployment -> deployment.getMetadata().getName())
                        .toList());
    }

    @Test
    void anEnvironmentComesChangesAndGoes() throws Exception {
        comes();
        changes();
        changesInSpiteOfKills();
        hasItsSecretsRotated();
        goes();
    }

    private void comes() throws Exception {
        assertThat(devOl("status").exit()).isEqualTo(ExitCode.FAILED);
        Ran plan = images("plan", "1.0.0");
        assertThat(plan.exit()).isEqualTo(ExitCode.CHANGES);
        assertThat(plan.out()).contains("create", "StatefulSet " + namespace + "/mysql");
        assertThat(images("apply", "1.0.0", "--dry-run").out()).isEqualTo(plan.out());

        killedApply("1.0.0");
        Ran applied = images("apply", "1.0.0", "-v", "--debug");
        assertThat(applied.exit()).as(applied.err()).isEqualTo(ExitCode.DONE);
        assertNothingIsDoubled();
        assertThat(applied.err()).contains("ready Deployment " + namespace + "/server-gateway", "All is ready.");
        assertThat(foreign.secrets().inNamespace(namespace).list().getItems())
                .extracting(secret -> secret.getMetadata().getName() + " " + secret.getType())
                .contains("dev-tls kubernetes.io/tls", "registry-login kubernetes.io/dockerconfigjson");
        long writes = TestCluster.running().writes(namespace);
        assertThat(images("apply", "1.0.0").err()).contains("Nothing to change");
        assertThat(TestCluster.running().writes(namespace)).isEqualTo(writes);
        assertThat(images("diff", "1.0.0").exit()).isEqualTo(ExitCode.DONE);
        JsonNode status = json(devOl("status", "-o", "json").out());
        assertThat(status.path("ready").asBoolean()).isTrue();
        assertThat(status.path("objects")).hasSizeGreaterThan(90);
        assertThat(devOl("status", "-w").exit()).isEqualTo(ExitCode.DONE);
    }

    private void changes() throws Exception {
        inOtherForms();
        Ran diff = images("diff", NEW);
        assertThat(diff.exit()).isEqualTo(ExitCode.CHANGES);
        assertThat(diff.out())
                .contains("update Deployment " + namespace + "/server-gateway")
                .contains("server-gateway:1.0.0 → registry.example.com/his/server-gateway:" + NEW);
        String file = files.resolve("saved.plan").toString();
        assertThat(images("plan", NEW, "--out", file).exit()).isEqualTo(ExitCode.CHANGES);
        assertThat(Files.readString(Path.of(file))).contains("description", "versions");

        Ran applied = slipway("apply", "--plan", file, "-o", "json");
        assertThat(applied.exit()).as(applied.err()).isEqualTo(ExitCode.DONE);
        List<String> lines = applied.out().lines().toList();
        for (String line : lines) {
            assertThat(json(line).path("event").asText()).isIn("wrote", "state", "result");
        }
        assertThat(json(lines.get(lines.size() - 1)).path("wrote").asBoolean()).isTrue();
        assertThat(slipway("apply", "--plan", file).exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(slipway("apply", "--plan", file, "--tag", NEW).exit()).isEqualTo(ExitCode.USAGE);
    }

    private void inOtherForms() throws Exception {
        for (String command : List.of("plan", "diff")) {
            JsonNode changes = json(images(command, NEW, "-o", "json").out()).path("changes");
            assertThat(changes).anySatisfy(change -> {
                assertThat(change.path("action").asText()).isEqualTo("update");
                assertThat(change.path("fields").path(0).path("to").asText()).endsWith(":" + NEW);
            });
            assertThat(images(command, NEW, "-o", "yaml").out()).startsWith("changes:");
        }
        assertThat(devOl("status", "-o", "yaml").out()).contains("ready: true");
        assertThat(devOl("diagnose", "-o", "yaml").out()).startsWith("[]");
        Ran elsewhere = devOl("status", "--context", "nowhere");
        assertThat(elsewhere.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(elsewhere.err()).contains("no context nowhere");
    }

    /** What was printed by any command, what is kept to prune and to plan, and what the cluster tells of it. */
    private void assertNoSecretIsTold(RotatedSecrets secrets) throws IOException {
        secrets.assertToldNowhereIn(said.toString());
        secrets.assertToldNowhereIn(Files.readString(files.resolve("saved.plan")));
        secrets.assertToldNowhereIn(
                foreign.configMaps().inNamespace(namespace).list().toString());
        secrets.assertToldNowhereIn(
                foreign.v1().events().inNamespace(namespace).list().toString());
        assertThat(said)
                .doesNotContain("hunter2")
                .contains("mysql-secrets", "PATCH /apis/apps/v1/namespaces/" + namespace);
    }

    private void changesInSpiteOfKills() throws Exception {
        killedApply("3.0.0");
        Ran applied = images("apply", "3.0.0");
        assertThat(applied.exit()).as(applied.err()).isEqualTo(ExitCode.DONE);
        assertNothingIsDoubled();
        assertThat(images("apply", "3.0.0").err()).contains("Nothing to change");
    }

    private void hasItsSecretsRotated() throws Exception {
        var secrets = new RotatedSecrets(foreign, namespace);
        long writes = TestCluster.running().writes(namespace);
        Ran shown = devOl("rotate", "--all", "--dry-run");
        assertThat(shown.exit()).isEqualTo(ExitCode.CHANGES);
        assertThat(shown.out()).contains("mysql-password-order", "service-order", "leave", "data-key");
        assertThat(devOl("rotate", "redis-password").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(TestCluster.running().writes(namespace)).isEqualTo(writes);

        secrets.assertGivenOut(devOl("rotate", "--all", "--yes", "-o", "json"));
        assertNoSecretIsTold(secrets);
        assertThat(images("plan", "3.0.0").err()).contains("Nothing to change.");
        assertThat(images("apply", "3.0.0").err()).contains("Nothing to change");
    }

    private void goes() throws Exception {
        assertThat(devOl("uninstall").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(devOl("uninstall", "--dry-run").out()).contains("delete", "keep");
        assertThat(devOl("status").exit()).isEqualTo(ExitCode.DONE);

        killed("uninstall", "--yes");
        Ran removed = devOl("uninstall", "--yes");
        assertThat(removed.exit()).as(removed.err()).isEqualTo(ExitCode.DONE);
        assertThat(removed.out()).contains("PersistentVolumeClaim " + namespace + "/data-mysql-0", "mysql-secrets");
        Ran all = devOl("uninstall", "--yes", "--delete-claims", "--delete-volumes", "--delete-namespace");
        assertThat(all.exit()).as(all.err()).isEqualTo(ExitCode.DONE);
        assertThat(all.err()).contains("All is gone.");
        assertThat(devOl("uninstall", "--yes").err()).contains("Nothing to remove.");
        assertThat(foreign.persistentVolumes().withName("dev-files").get()).isNull();
        assertThat(foreign.storage()
                        .v1()
                        .storageClasses()
                        .withName("nfs-static")
                        .get())
                .isNull();
    }
}
