package dev.slipway.platform.render.addon;

import static dev.slipway.platform.render.addon.Rights.allow;
import static dev.slipway.platform.render.addon.Rights.follow;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.ApiToken;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Shared;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClassBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lets callers in by the Gateway API: Traefik, as it is one process that reads routes, where others make further
 * Deployments of their own and have to be allowed to. The definitions of the Gateway API are the cluster's: every gateway of
 * it shares them, and who deleted them would delete all routes of all.
 */
record GatewayControllerComposer(Installation addon) implements Composer {
    static final String IMAGE = "docker.io/library/traefik:v3.6.12";

    private static final String GATEWAY_API = "gateway.networking.k8s.io";
    private static final String ADMIN = "admin";
    private static final int ADMIN_PORT = 8080;
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofMinutes(1);

    @Override
    public Stream<Manifest> manifests() {
        var edge = new EdgeController(addon);
        var objects = new ArrayList<HasMetadata>();
        objects.addAll(rights());
        objects.add(gatewayClass());
        objects.add(edge.service());
        objects.add(deployment());
        return addon.manifests(Installation.Level.RESTRICTED, edge.edges(), objects);
    }

    /** Routes of the environment alone; its own namespace for the address that Gateways are given. */
    private List<HasMetadata> rights() {
        var rights = new Rights(addon);
        var all = new ArrayList<>(rights.onCluster(
                allow("", List.of("namespaces"), "list", "watch"),
                follow(GATEWAY_API, "gatewayclasses"),
                allow(GATEWAY_API, List.of("gatewayclasses/status"), "update")));
        all.addAll(rights.in(addon.environment().namespace(), followed()));
        all.addAll(rights.in(addon.own().namespace(), followed()));
        return all;
    }

    private static PolicyRule[] followed() {
        return new PolicyRule[] {
            follow("", "configmaps", "secrets", "services"),
            follow("discovery.k8s.io", "endpointslices"),
            follow(GATEWAY_API, "backendtlspolicies", "gateways", "grpcroutes", "httproutes", "referencegrants"),
            allow(
                    GATEWAY_API,
                    List.of("backendtlspolicies/status", "gateways/status", "grpcroutes/status", "httproutes/status"),
                    "update")
        };
    }

    private GatewayClass gatewayClass() {
        return new GatewayClassBuilder()
                .withMetadata(
                        addon.metadataOnCluster(addon.environment().cluster().gatewayClass()))
                .withNewSpec()
                .withControllerName("traefik.io/gateway-controller")
                .endSpec()
                .build();
    }

    /** The ports below 1024 by a setting of the pod's own network, so that nothing needs a capability. */
    private Deployment deployment() {
        var pod = new AddonPod(addon);
        var spec = pod.asking(STOP)
                .editSecurityContext()
                .addNewSysctl("net.ipv4.ip_unprivileged_port_start", "0")
                .endSecurityContext()
                .withContainers(container(pod));
        return pod.deployment(spec, AddonPod.ROLLING, Map.of());
    }

    private Container container(AddonPod pod) {
        String provider = "--providers.kubernetesgateway";
        String served = addon.environment().namespace() + "," + addon.own().namespace();
        return pod.container(IMAGE)
                .withArgs(
                        "--global.checknewversion=false",
                        "--global.sendanonymoususage=false",
                        "--entrypoints.web.address=:" + EdgeController.HTTP_PORT,
                        "--entrypoints.websecure.address=:" + EdgeController.HTTPS_PORT,
                        "--entrypoints.traefik.address=:" + ADMIN_PORT,
                        "--ping=true",
                        provider + "=true",
                        provider + ".namespaces=" + served,
                        provider + ".statusaddress.service.namespace="
                                + addon.own().namespace(),
                        provider + ".statusaddress.service.name=" + addon.name())
                .withPorts(
                        Shared.port(EdgeController.HTTP, EdgeController.HTTP_PORT),
                        Shared.port(EdgeController.HTTPS, EdgeController.HTTPS_PORT),
                        Shared.port(ADMIN, ADMIN_PORT))
                .withStartupProbe(Probes.startup(Probes.http("/ping", ADMIN), START))
                .withReadinessProbe(Probes.readiness(Probes.http("/ping", ADMIN)))
                .withLivenessProbe(Probes.liveness(Probes.tcp(ADMIN)))
                .addToVolumeMounts(ApiToken.mount())
                .build();
    }
}
