package dev.slipway.platform.cli;

import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.cluster.AddonCheck;
import dev.slipway.platform.doctor.cluster.AddonWorkloads;
import dev.slipway.platform.doctor.cluster.UnreadableCheck;
import dev.slipway.platform.spec.AddonKind;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks a cluster whether somebody else has installed what the environment's add-ons bring. */
record AddonDoctor(ReadableCluster cluster, Environment environment) {
    List<Check> checks() throws InterruptedException {
        boolean scaled = environment.services().values().stream().anyMatch(service -> service.autoscale() != null);
        return Stream.concat(
                        Stream.of(
                                check(
                                        "metrics",
                                        metrics(),
                                        Set.of(AddonKind.METRICS_SERVER),
                                        scaled ? "what is scaled by load stays as it is" : ""),
                                check(
                                        "ingress classes",
                                        cluster.list(IngressClass.class, "networking.k8s.io/v1", ""),
                                        Set.of(AddonKind.INGRESS_NGINX)),
                                check(
                                        "gateway classes",
                                        cluster.list(GatewayClass.class, "gateway.networking.k8s.io/v1", ""),
                                        Set.of(AddonKind.GATEWAY_CONTROLLER)),
                                check(
                                        "csi drivers",
                                        cluster.list(CSIDriver.class, "storage.k8s.io/v1", ""),
                                        Set.of(AddonKind.NFS_CSI))),
                        running())
                .toList();
    }

    private Optional<List<APIService>> metrics() throws InterruptedException {
        return cluster.list(APIService.class, "apiregistration.k8s.io/v1", "").map(services -> services.stream()
                .filter(service -> service.getMetadata().getName().endsWith(".metrics.k8s.io"))
                .toList());
    }

    /** What shows in no kind of its own. */
    private Stream<Check> running() throws InterruptedException {
        Optional<List<Deployment>> deployments = cluster.list(Deployment.class, "apps/v1", "");
        Optional<List<DaemonSet>> sets = cluster.list(DaemonSet.class, "apps/v1", "");
        Optional<List<HasMetadata>> all = deployments.flatMap(found -> sets.map(others ->
                Stream.<HasMetadata>concat(found.stream(), others.stream()).toList()));
        return Stream.of(
                running("nfs provisioner", all, Set.of(AddonKind.NFS_PROVISIONER, AddonKind.NFS_CSI)),
                running("dashboard", all, Set.of(AddonKind.HEADLAMP)),
                running("log collector", all, Set.of(AddonKind.LOG_COLLECTOR)));
    }

    private Check running(String name, Optional<List<HasMetadata>> workloads, Set<AddonKind> bringing) {
        return workloads.isPresent()
                ? check(name, workloads.map(all -> AddonWorkloads.of(bringing, all)), bringing)
                : new UnreadableCheck(name, "deployments and daemon sets of all namespaces");
    }

    private Check check(String name, Optional<? extends List<? extends HasMetadata>> there, Set<AddonKind> bringing) {
        return check(name, there, bringing, "");
    }

    private Check check(
            String name,
            Optional<? extends List<? extends HasMetadata>> there,
            Set<AddonKind> bringing,
            String missing) {
        return there.isPresent()
                ? new AddonCheck(name, there.get(), environment.addons().keySet(), bringing, missing)
                : new UnreadableCheck(name, name);
    }
}
