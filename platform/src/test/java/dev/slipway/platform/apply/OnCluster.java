package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Connection;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests with a namespace of their own on the cluster of this JVM. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
abstract class OnCluster {
    static final Duration SOON = Duration.ofSeconds(60);
    final String namespace = "t-" + UUID.randomUUID().toString().substring(0, 8);
    final List<ApplyEvent> events = Collections.synchronizedList(new ArrayList<>());
    Cluster cluster;

    /** Somebody else on the same cluster. */
    KubernetesClient foreign;

    @BeforeEach
    void connects() {
        cluster = new Connection(TestCluster.running().kubeconfig(), null).open();
        foreign = new KubernetesClientBuilder()
                .withConfig(
                        Config.fromKubeconfig(TestCluster.running().kubeconfig().toFile()))
                .build();
    }

    @AfterEach
    void disconnects() {
        cluster.close();
        foreign.close();
    }

    boolean apply(Manifests manifests) throws InterruptedException {
        try (var apply = new EnvironmentApply(cluster, manifests, new SecureRandom(), Clock.systemUTC(), events::add)) {
            return apply.run(SOON);
        }
    }

    Plan remove(Manifests manifests, String... named) throws InterruptedException {
        try (var removal = new EnvironmentRemoval(cluster, manifests, Set.of(named), Clock.systemUTC(), events::add)) {
            return removal.run(SOON);
        }
    }

    /** Applies or removes the sample in a process that can be killed. */
    static Process elsewhere(String namespace, String what, String annotation) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-XX:TieredStopAtLevel=1",
                        Sample.class.getName(),
                        TestCluster.running().kubeconfig().toString(),
                        namespace,
                        what,
                        annotation)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    Manifests sample() {
        return Sample.environment(namespace, "", "");
    }

    boolean exists(String apiVersion, String kind, String name) throws InterruptedException {
        return cluster.get(new ObjectId(apiVersion, kind, namespace, name)).isPresent();
    }
}
