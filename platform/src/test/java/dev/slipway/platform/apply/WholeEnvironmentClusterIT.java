package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.Ran;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Connection;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committed environments with their add-ons, from an empty cluster on. Nodes and pods are simulated. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class WholeEnvironmentClusterIT {
    private static final Duration SOON = Duration.ofMinutes(5);
    private final List<ApplyEvent> events = new ArrayList<>();
    private Cluster cluster;
    private KubernetesClient foreign;
    private WholeEnvironments environments;
    private MetricsApi metrics;

    @TempDir
    Path directory;

    @BeforeEach
    void connects() throws Exception {
        Path kubeconfig = TestCluster.running().kubeconfig();
        cluster = new Connection(kubeconfig, null).open();
        foreign = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig.toFile()))
                .build();
        environments = new WholeEnvironments(foreign);
        environments.addNodes();
        metrics = new MetricsApi(directory);
    }

    /** What is the whole cluster's would show in other tests. */
    @AfterEach
    void disconnects() throws InterruptedException {
        metrics.close();
        environments.removeNodes();
        cluster.close();
        foreign.close();
    }

    private boolean apply(Manifests manifests) throws InterruptedException {
        try (var apply = new EnvironmentApply(cluster, manifests, new SecureRandom(), Clock.systemUTC(), events::add)) {
            return apply.run(SOON);
        }
    }

    private int place(ApplyEvent event) {
        assertThat(events).contains(event);
        return events.indexOf(event);
    }

    /** The rows name a workload of an add-on and one that needs it. */
    @ParameterizedTest
    @CsvSource({
        "dev-ol, nfs-provisioner/Deployment/nfs-provisioner, his-dev/StatefulSet/mysql",
        "prod-ol, nfs-csi/DaemonSet/nfs-csi-node, his-prod/StatefulSet/mysql"
    })
    void anEnvironmentIsAppliedFromNothingThenThereIsNothingToDoAndItGoes(String name, String addon, String user)
            throws Exception {
        Manifests manifests = WholeEnvironments.rendered(name, metrics.patches());
        var definitions = new GatewayDefinitions(foreign);
        definitions.add();
        try {
            SortedSet<String> before = AllObjects.of(directory);
            assertThat(apply(manifests)).isTrue();
            assertThat(events)
                    .noneMatch(event -> event instanceof ApplyEvent.Changed changed
                            && changed.readiness() instanceof Readiness.Failed);
            assertThat(place(new ApplyEvent.Changed(workload(addon), Readiness.ready())))
                    .isLessThan(place(new ApplyEvent.Wrote(workload(user), Action.CREATE)));

            long writes = TestCluster.running().writes();
            assertThat(writes).isGreaterThan(manifests.manifests().size());
            assertThat(apply(manifests)).isFalse();
            assertThat(TestCluster.running().writes()).isEqualTo(writes);
            goes(name, before);
        } finally {
            environments.remove(manifests);
            definitions.remove();
        }
    }

    /** By the command that people use; what it says that it leaves is all that is left. */
    private void goes(String name, SortedSet<String> before) throws Exception {
        Path home = Files.createDirectory(directory.resolve("home"));
        Checkout.make(home, name, text -> text + metrics.patches());
        String[] everything = {"--delete-claims", "--delete-volumes", "--delete-namespace"};

        SortedSet<String> told = uninstall(home, name);
        SortedSet<String> left = left(before);
        assertThat(told).isNotEmpty();
        assertThat(left)
                .as("beside the volumes of claims that are left, which go with them")
                .filteredOn(object -> !object.startsWith("PersistentVolume pvc-"))
                .containsExactlyElementsOf(told);

        assertThat(uninstall(home, name, everything)).isEmpty();
        assertThat(left(before)).isEmpty();
    }

    private SortedSet<String> left(SortedSet<String> before) throws IOException, InterruptedException {
        SortedSet<String> left = AllObjects.of(directory);
        left.removeAll(before);
        return left;
    }

    /** What it says that it leaves. */
    private static SortedSet<String> uninstall(Path home, String name, String... more) throws IOException {
        Stream<String> line = Stream.of("uninstall", "-e", name, "--yes", "-o", "json");
        Ran ran = Ran.onCluster(
                home,
                TestCluster.running().kubeconfig(),
                Stream.concat(line, Stream.of(more)).toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        var told = new TreeSet<String>();
        String result = ran.out().lines().reduce((first, last) -> last).orElseThrow();
        for (JsonNode id : new ObjectMapper().readTree(result).path("left")) {
            String namespace = id.path("namespace").asText();
            told.add(id.path("kind").asText() + " " + (namespace.isEmpty() ? "" : namespace + "/")
                    + id.path("name").asText());
        }
        return told;
    }

    private static ObjectId workload(String text) {
        String[] parts = text.split("/", -1);
        return new ObjectId("apps/v1", parts[1], parts[0], parts[2]);
    }

    @Test
    void whatSomebodyElseHasInstalledIsNotTakenOver() throws Exception {
        var theirs = new IngressClassBuilder()
                .withNewMetadata()
                .withName("nginx")
                .addToLabels("app.kubernetes.io/managed-by", "Helm")
                .endMetadata()
                .withNewSpec()
                .withController("k8s.io/ingress-nginx")
                .endSpec()
                .build();
        foreign.resource(theirs).create();
        try {
            assertThatThrownBy(() -> apply(WholeEnvironments.rendered("dev-ol", "")))
                    .isInstanceOfSatisfying(UserError.class, error -> {
                        assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED);
                        assertThat(error.what())
                                .isEqualTo("IngressClass nginx is there already and not ours: it belongs to Helm");
                    });
            assertThat(foreign.namespaces().withName("his-dev").get()).isNull();
        } finally {
            foreign.resource(theirs).delete();
        }
    }

    @Test
    void withoutTheDefinitionsOfTheGatewayApiNothingIsBegun() {
        assertThatThrownBy(() -> apply(WholeEnvironments.rendered("prod-ol", "")))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.what()).contains("does not know", "HTTPRoute");
                    assertThat(error.fix()).contains("definitions of the Gateway API");
                });
        assertThat(foreign.namespaces().withName("his-prod").get()).isNull();
    }
}
