package dev.slipway.platform.render.addon;

import static dev.slipway.platform.render.addon.Rights.follow;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.ApiToken;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Shared;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A dashboard. Its pod may do nothing by itself: everybody signs in with a token, and sees what that token may. The account
 * {@code headlamp-reader} is for looking at the environment, without its Secrets, and at nodes and classes.
 */
record HeadlampComposer(Installation addon) implements Composer {
    static final String IMAGE = "ghcr.io/headlamp-k8s/headlamp:v0.35.0";

    private static final String READER = "headlamp-reader";
    private static final String PORT = "http";
    private static final int NUMBER = 4466;
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(30);

    @Override
    public Stream<Manifest> manifests() {
        var pod = new AddonPod(addon);
        return addon.manifests(
                Installation.Level.RESTRICTED,
                new Edges.More(List.of(), List.of(Edges.toApiServer())),
                List.of(
                        reader(),
                        readsCluster(),
                        boundToCluster(),
                        readsEnvironment(),
                        Shared.service(addon.own(), addon.name(), Map.of(PORT, 80)),
                        deployment(pod)));
    }

    private HasMetadata reader() {
        return new ServiceAccountBuilder()
                .withMetadata(addon.own().metadata(READER, addon.name()))
                .withAutomountServiceAccountToken(false)
                .build();
    }

    private String nameOfReader() {
        return addon.nameOnCluster() + "-reader";
    }

    private HasMetadata readsCluster() {
        return new ClusterRoleBuilder()
                .withMetadata(addon.metadataOnCluster(nameOfReader()))
                .withRules(
                        follow("", "namespaces", "nodes", "persistentvolumes"),
                        follow("storage.k8s.io", "storageclasses"),
                        follow("networking.k8s.io", "ingressclasses"),
                        follow("metrics.k8s.io", "nodes"))
                .build();
    }

    private HasMetadata boundToCluster() {
        return new ClusterRoleBindingBuilder()
                .withMetadata(addon.metadataOnCluster(nameOfReader()))
                .withNewRoleRef(Rights.RBAC, "ClusterRole", nameOfReader())
                .withSubjects(new Rights(addon).account(READER))
                .build();
    }

    /** Kubernetes' own role {@code view}, which leaves Secrets out. */
    private HasMetadata readsEnvironment() {
        Context environment = addon.environment();
        return new Rights(addon).bound(environment.metadata(READER, addon.name()), "ClusterRole", "view", READER);
    }

    private Deployment deployment(AddonPod pod) {
        return pod.deployment(
                pod.asking(STOP).withInitContainers(pages()).withContainers(container(pod)),
                AddonPod.ROLLING,
                Map.of("replicas", "People look at it, nothing depends on it."));
    }

    /** It writes the address that it is called by into its first page at each start, and ends when it cannot. */
    private Container pages() {
        return AddonPod.beside("pages", addon.image(IMAGE))
                .withCommand("cp", "-r", "/headlamp/frontend", "/tmp/")
                .addToVolumeMounts(AddonPod.temporary())
                .build();
    }

    private Container container(AddonPod pod) {
        return pod.container(IMAGE)
                .withArgs("-in-cluster", "-html-static-dir=/tmp/frontend", "-plugins-dir=/tmp/plugins")
                .withPorts(Shared.port(PORT, NUMBER))
                .withStartupProbe(Probes.startup(Probes.http("/", PORT), START))
                .withReadinessProbe(Probes.readiness(Probes.http("/", PORT)))
                .withLivenessProbe(Probes.liveness(Probes.tcp(PORT)))
                .addToVolumeMounts(ApiToken.mount())
                .build();
    }
}
