package dev.slipway.platform.render.addon;

import static dev.slipway.platform.render.addon.Rights.allow;
import static dev.slipway.platform.render.addon.Rights.follow;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.ApiToken;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Shared;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.APIServiceBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks the kubelets what pods use, for {@code kubectl top} and for scaling by load.
 *
 * <p>Two checks of certificates: that of the kubelets holds unless {@code verifyKubelets: false}. The API server does not
 * check that of metrics-server, as upstream neither does: it makes one at each start that no authority has signed. Whoever
 * can take over its address inside the cluster could tell the API server wrong loads.
 */
record MetricsServerComposer(Installation addon) implements Composer {
    static final String IMAGE = "registry.k8s.io/metrics-server/metrics-server:v0.8.0";

    private static final String METRICS = "metrics.k8s.io";
    private static final String PORT = "https";
    private static final int NUMBER = 10250;
    private static final Set<Integer> PORTS = Set.of(NUMBER);
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);

    @Override
    public Stream<Manifest> manifests() {
        var objects = new ArrayList<HasMetadata>();
        objects.addAll(rights());
        objects.add(Shared.service(addon.own(), addon.name(), Map.of(PORT, 443)));
        objects.add(api());
        objects.add(deployment());
        return addon.manifests(
                Installation.Level.RESTRICTED,
                new Edges.More(
                        List.of(Edges.fromAnywhere(PORTS)),
                        List.of(Edges.toApiServer(), Edges.toAnywhere(PORTS))), // kubelets are no pods
                objects);
    }

    private List<HasMetadata> rights() {
        var rights = new Rights(addon);
        var all = new ArrayList<>(
                rights.onCluster(allow("", List.of("nodes/metrics"), "get"), follow("", "nodes", "pods")));
        all.add(rights.clusterRole(addon.nameOnCluster() + "-delegator", "system:auth-delegator"));
        all.add(rights.bound(
                new ObjectMetaBuilder(addon.metadataOnCluster(addon.nameOnCluster()))
                        .withNamespace("kube-system")
                        .build(),
                "Role",
                "extension-apiserver-authentication-reader",
                addon.name()));
        return all;
    }

    private APIService api() {
        return new APIServiceBuilder()
                .withMetadata(addon.metadataOnCluster("v1beta1." + METRICS))
                .withNewSpec()
                .withGroup(METRICS)
                .withVersion("v1beta1")
                .withGroupPriorityMinimum(100)
                .withVersionPriority(100)
                .withInsecureSkipTLSVerify(true)
                .withNewService(addon.name(), addon.own().namespace(), 443)
                .endSpec()
                .build();
    }

    private Deployment deployment() {
        var pod = new AddonPod(addon);
        return pod.deployment(pod.asking(STOP).withContainers(container(pod)), AddonPod.ROLLING, Map.of());
    }

    private Container container(AddonPod pod) {
        var arguments = new ArrayList<>(List.of(
                "--cert-dir=/tmp",
                "--secure-port=" + NUMBER,
                "--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname",
                "--kubelet-use-node-status-port",
                "--metric-resolution=15s"));
        if (!addon.description().verifyKubelets()) {
            arguments.add("--kubelet-insecure-tls");
        }
        return pod.container(IMAGE)
                .withArgs(arguments)
                .withPorts(Shared.port(PORT, NUMBER))
                .withStartupProbe(Probes.startup(asked("/livez"), START))
                .withReadinessProbe(Probes.readiness(asked("/readyz")))
                .withLivenessProbe(Probes.liveness(asked("/livez")))
                .addToVolumeMounts(ApiToken.mount())
                .build();
    }

    private static ProbeBuilder asked(String path) {
        return Probes.http(path, PORT).editHttpGet().withScheme("HTTPS").endHttpGet();
    }
}
