package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.Ran;
import dev.slipway.platform.report.ExitCode;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The secrets of the whole development environment, by the command that people use. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class RotateCommandClusterIT extends OnCluster {
    private static final List<String> IMAGES = List.of("--registry", "registry.example.com/his", "--tag", "1.0.0");

    @TempDir
    Path home;

    /** The sources, without the metrics: their API cannot become available where pods are simulated. */
    @BeforeEach
    void describes() throws IOException {
        Path sources = Path.of("..").toAbsolutePath().normalize();
        link(sources, home, "deploy");
        Path deploy = Files.createDirectory(home.resolve("deploy"));
        link(sources.resolve("deploy"), deploy, "dev-ol");
        String description = Files.readString(sources.resolve("deploy/dev-ol/platform.yaml"));
        Files.writeString(
                Files.createDirectory(deploy.resolve("dev-ol")).resolve("platform.yaml"),
                description.replaceFirst("(?m)^ +metrics-server: .*\\R", ""));
    }

    private static void link(Path from, Path to, String but) throws IOException {
        try (Stream<Path> children = Files.list(from)) {
            for (Path child : children.filter(child -> !child.endsWith(but)).toList()) {
                Files.createSymbolicLink(to.resolve(child.getFileName()), child);
            }
        }
    }

    @AfterEach
    void goes() {
        slipway("uninstall", "--yes", "--delete-claims", "--delete-volumes", "--delete-namespace");
    }

    private Ran slipway(String command, String... more) {
        Stream<String> target = Stream.of(command, "-e", "dev-ol", "-n", namespace);
        return Ran.onCluster(
                home,
                TestCluster.running().kubeconfig(),
                Stream.concat(target, Stream.of(more)).toArray(String[]::new));
    }

    private Ran images(String command) {
        return slipway(command, IMAGES.toArray(String[]::new));
    }

    /** Secret and key → value. */
    private Map<String, String> values() {
        var values = new TreeMap<String, String>();
        for (Secret secret : foreign.secrets().inNamespace(namespace).list().getItems()) {
            if ("Opaque".equals(secret.getType()) && secret.getData() != null) {
                secret.getData()
                        .forEach((key, value) -> values.put(
                                secret.getMetadata().getName() + "/" + key,
                                new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
            }
        }
        return values;
    }

    @Test
    void allSecretsOfAnEnvironmentAreRotated() throws Exception {
        Ran applied = images("apply");
        assertThat(applied.exit()).as(applied.err()).isEqualTo(ExitCode.DONE);
        Map<String, String> before = values();
        isAskedFirst();

        Ran ran = slipway("rotate", "--all", "--yes", "-o", "json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        Map<String, String> after = values();
        assertThat(after).containsOnlyKeys(before.keySet());
        areGivenOut(before, after);
        Stream.concat(before.values().stream(), after.values().stream())
                .forEach(value -> assertThat(ran.out() + ran.err()).doesNotContain(value));
        List<String> lines = ran.out().lines().toList();
        var result = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(result.path("event").asText()).isEqualTo("result");
        assertThat(result.path("rotated").toString()).contains("mysql-root-password", "rabbitmq-password");
        assertThat(images("plan").err()).contains("Nothing to change.");
        assertThat(images("apply").err()).contains("Nothing to change");
    }

    private void isAskedFirst() throws IOException {
        long writes = TestCluster.running().writes(namespace);
        Ran shown = slipway("rotate", "--all", "--dry-run");
        assertThat(shown.exit()).isEqualTo(ExitCode.CHANGES);
        assertThat(shown.out()).contains("mysql-password-order", "service-order", "leave", "data-key");
        assertThat(slipway("rotate", "redis-password").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(TestCluster.running().writes(namespace)).isEqualTo(writes);
    }

    private static void areGivenOut(Map<String, String> before, Map<String, String> after) {
        assertThat(after.get("service-order-secrets/mysql-password"))
                .isEqualTo(after.get("mysql-secrets/mysql-password-order"))
                .isNotEqualTo(before.get("service-order-secrets/mysql-password"));
        assertThat(after.get("server-gateway-secrets/redis-password"))
                .isEqualTo(after.get("redis-secrets/redis-password"))
                .isNotEqualTo(before.get("redis-secrets/redis-password"));
        assertThat(after.get("mysql-secrets/mysql-root-password"))
                .isNotEqualTo(before.get("mysql-secrets/mysql-root-password"));
        assertThat(after.get("service-user-secrets/data-key")).isEqualTo(before.get("service-user-secrets/data-key"));
    }
}
