package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed files by the tools that they are made for: {@code envsubst} and {@code kubectl}. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class DeployFileClusterIT {
    private static final Path DEPLOY = Path.of("..", "deploy").toAbsolutePath().normalize();
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)}|([A-Za-z_]\\w*))");
    private final String namespace = "t-" + UUID.randomUUID().toString().substring(0, 8);
    private KubernetesClient client;

    @TempDir
    Path directory;

    @BeforeEach
    void connects() {
        client = new KubernetesClientBuilder()
                .withConfig(
                        Config.fromKubeconfig(TestCluster.running().kubeconfig().toFile()))
                .build();
    }

    @AfterEach
    void disconnects() {
        client.close();
    }

    /** As {@code envsubst} does it: every variable is replaced, and one that is not set by nothing. */
    private String substituted(String text, String tag) {
        Map<String, String> variables = Map.of("REGISTRY", "registry.example.com", "NAMESPACE", namespace, "TAG", tag);
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        variables.getOrDefault(found.group(1) == null ? found.group(2) : found.group(1), "")));
    }

    private record Ran(int exit, String out) {}

    private Ran kubectl(String... arguments) throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        var command = new ArrayList<String>(List.of(TestCluster.kubectl().toString()));
        command.addAll(
                List.of("--kubeconfig", TestCluster.running().kubeconfig().toString()));
        command.addAll(List.of(arguments));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        return new Ran(exit, Files.readString(output, StandardCharsets.UTF_8));
    }

    /** A dry run makes no namespace, and without one the server refuses what is in it. */
    @ParameterizedTest
    @ValueSource(strings = {"dev-ol", "prod-ol"})
    void theServerTakesEveryObject(String environment) throws IOException, InterruptedException {
        String text = substituted(Files.readString(DEPLOY.resolve(environment).resolve("deploy.yaml")), "1.0.0");
        Path file = Files.writeString(directory.resolve("deploy.yaml"), text);
        List<HasMetadata> namespaces = client.load(Files.newInputStream(file)).items().stream()
                .filter(Namespace.class::isInstance)
                .toList();
        namespaces.forEach(made -> client.resource(bare(made)).create());
        var definitions = new GatewayDefinitions(client);
        definitions.add();
        try {
            Ran ran = kubectl("apply", "--server-side", "--dry-run=server", "-f", file.toString());

            assertThat(ran.out()).doesNotContain("Error", "error", "Warning");
            assertThat(ran.exit()).isZero();
            assertThat(ran.out().lines().filter(line -> line.endsWith("serverside-applied (server dry run)")))
                    .hasSameSizeAs(text.lines().filter("---"::equals).toList());
        } finally {
            namespaces.forEach(made -> client.resource(made).delete());
            namespaces.forEach(made -> client.resource(made).waitUntilCondition(Objects::isNull, 60, TimeUnit.SECONDS));
            definitions.remove();
        }
    }

    private Ran applyJobs(String tag) throws IOException, InterruptedException {
        String jobs = Stream.of(Files.readString(DEPLOY.resolve("dev-ol").resolve("deploy.yaml"))
                        .split("(?m)^---\n"))
                .filter(document -> document.contains("\nkind: Job\n"))
                .collect(Collectors.joining("---\n"));
        Path file = Files.writeString(directory.resolve("jobs.yaml"), substituted(jobs, tag));
        return kubectl("apply", "--server-side", "-f", file.toString());
    }

    /** The command is the one of docs/deploy.md. */
    @Test
    void theNextTagFitsOnceTheJobOfTheLastOneIsDeleted() throws IOException, InterruptedException {
        Namespace made = new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .endMetadata()
                .build();
        client.resource(made).create();
        try {
            assertThat(applyJobs("1.0.0").exit()).isZero();
            assertThat(applyJobs("1.1.0").out()).contains("field is immutable");

            Ran deleted = kubectl(
                    "delete", "job", "-n", namespace, "-l", "app.kubernetes.io/name=configuration", "--wait=false");

            assertThat(deleted.exit()).isZero();
            assertThat(applyJobs("1.1.0"))
                    .satisfies(ran -> assertThat(ran.exit()).as(ran.out()).isZero());
        } finally {
            client.resource(made).delete();
        }
    }

    private static Namespace bare(HasMetadata namespace) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace.getMetadata().getName())
                .endMetadata()
                .build();
    }
}
