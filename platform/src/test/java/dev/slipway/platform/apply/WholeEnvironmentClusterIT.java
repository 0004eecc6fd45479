package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    void anEnvironmentIsAppliedFromNothingAndThenThereIsNothingToDo(String name, String addon, String user)
            throws Exception {
        Manifests manifests = WholeEnvironments.rendered(name, metrics.patches());
        var definitions = new GatewayDefinitions(foreign);
        definitions.add();
        try {
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
        } finally {
            environments.remove(manifests);
            definitions.remove();
        }
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
