package dev.slipway.platform.render.addon;

import static dev.slipway.platform.render.addon.Rights.allow;
import static dev.slipway.platform.render.addon.Rights.allowOne;
import static dev.slipway.platform.render.addon.Rights.follow;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.ApiToken;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Security;
import dev.slipway.platform.render.part.Shared;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LifecycleBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lets callers in by Ingresses of the environment, and of no other namespace, whose Secrets it cannot read then.
 *
 * <p>It has no admission webhook: that one has been a way to run code in it, wants certificates that are renewed, and
 * checks Ingresses that are rendered from checked descriptions here.
 */
record IngressNginxComposer(Installation addon) implements Composer {
    static final String IMAGE = "registry.k8s.io/ingress-nginx/controller:v1.14.0";

    private static final long USER_OF_IMAGE = 101;
    private static final String LEADER = "ingress-nginx-leader";
    private static final String HEALTH = "health";
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofMinutes(5);

    @Override
    public Stream<Manifest> manifests() {
        var edge = new EdgeController(addon);
        var objects = new ArrayList<HasMetadata>();
        objects.addAll(rights());
        objects.add(ingressClass());
        objects.add(edge.service());
        objects.add(deployment());
        return addon.manifests(Installation.Level.RESTRICTED, edge.edges(), objects);
    }

    private List<HasMetadata> rights() {
        var rights = new Rights(addon);
        String served = addon.environment().namespace();
        var all = new ArrayList<>(rights.onCluster(
                follow("networking.k8s.io", "ingressclasses"), allowOne("", "namespaces", served, "get")));
        all.addAll(rights.in(
                served,
                follow("", "configmaps", "pods", "secrets", "services", "endpoints"),
                follow("discovery.k8s.io", "endpointslices"),
                follow("networking.k8s.io", "ingresses"),
                allow("networking.k8s.io", List.of("ingresses/status"), "update"),
                allow("", List.of("events"), "create", "patch")));
        all.addAll(rights.in(
                addon.own().namespace(),
                follow("", "pods", "services"),
                allow("", List.of("events"), "create", "patch"),
                allow("coordination.k8s.io", List.of("leases"), "create"),
                allowOne("coordination.k8s.io", "leases", LEADER, "get", "update")));
        return all;
    }

    private String controller() {
        return "slipway.dev/" + addon.nameOnCluster();
    }

    private IngressClass ingressClass() {
        return new IngressClassBuilder()
                .withMetadata(
                        addon.metadataOnCluster(addon.environment().cluster().ingressClass()))
                .withNewSpec()
                .withController(controller())
                .endSpec()
                .build();
    }

    private Deployment deployment() {
        var pod = new AddonPod(addon);
        var spec = pod.asking(STOP)
                .withSecurityContext(Security.pod(USER_OF_IMAGE))
                .withContainers(container(pod));
        return pod.deployment(
                spec,
                AddonPod.ROLLING,
                Map.of(
                        "high-user", "Its image lets user 101 alone take the ports 80 and 443.",
                        "read-only-root", "It writes the configuration of nginx beside what its image brings."));
    }

    private Container container(AddonPod pod) {
        return pod.container(IMAGE)
                .withArgs(
                        "/nginx-ingress-controller",
                        "--controller-class=" + controller(),
                        "--election-id=" + LEADER,
                        "--ingress-class=" + addon.environment().cluster().ingressClass(),
                        "--publish-service=$(POD_NAMESPACE)/" + addon.name(),
                        "--watch-namespace=" + addon.environment().namespace())
                .withEnv(
                        AddonPod.field("POD_NAME", "metadata.name"),
                        AddonPod.field("POD_NAMESPACE", "metadata.namespace"))
                .withPorts(
                        Shared.port(EdgeController.HTTP, EdgeController.HTTP_PORT),
                        Shared.port(EdgeController.HTTPS, EdgeController.HTTPS_PORT),
                        Shared.port(HEALTH, 10254))
                .withStartupProbe(Probes.startup(Probes.http("/healthz", HEALTH), START))
                .withReadinessProbe(Probes.readiness(Probes.http("/healthz", HEALTH)))
                .withLivenessProbe(Probes.liveness(Probes.tcp(HEALTH)))
                .withLifecycle(new LifecycleBuilder()
                        .withNewPreStop()
                        .withNewExec()
                        .withCommand("/wait-shutdown")
                        .endExec()
                        .endPreStop()
                        .build())
                .editSecurityContext()
                .withReadOnlyRootFilesystem(false)
                .editCapabilities()
                .withAdd("NET_BIND_SERVICE")
                .endCapabilities()
                .endSecurityContext()
                .addToVolumeMounts(ApiToken.mount())
                .build();
    }
}
