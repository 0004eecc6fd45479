package dev.slipway.platform.cli;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.cluster.AddonCheck;
import dev.slipway.platform.doctor.cluster.ClockCheck;
import dev.slipway.platform.doctor.cluster.DefaultClassCheck;
import dev.slipway.platform.doctor.cluster.DnsCheck;
import dev.slipway.platform.doctor.cluster.ForeseenCheck;
import dev.slipway.platform.doctor.cluster.RoomCheck;
import dev.slipway.platform.doctor.cluster.VersionCheck;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.prediction.Demand;
import dev.slipway.platform.prediction.FactFinder;
import dev.slipway.platform.prediction.OwnPods;
import dev.slipway.platform.prediction.Predictions;
import dev.slipway.platform.spec.AddonKind;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asks a cluster what the checks need; what may not be read is as if it were not there. */
record ClusterDoctor(Cluster cluster, Manifests manifests, Environment environment, Clock clock) {
    private static final String SYSTEM = "kube-system";

    List<Check> checks() throws InterruptedException {
        var described = Objects.requireNonNull(environment.cluster(), "cluster");
        var server = cluster.answer();
        Optional<Duration> ahead = server.date().map(date -> Duration.between(date, clock.instant()));
        var facts = new FactFinder(cluster, manifests, environment).find();
        var checks = new ArrayList<Check>(List.of(
                new VersionCheck(described.kubernetes(), server.version()),
                new ForeseenCheck(Predictions.of(facts)),
                new RoomCheck(
                        list(Node.class, "v1", ""),
                        OwnPods.of(manifests).others(list(Pod.class, "v1", "")),
                        Demand.of(manifests)),
                new DnsCheck(
                        list(Service.class, "v1", SYSTEM), list(EndpointSlice.class, "discovery.k8s.io/v1", SYSTEM)),
                new ClockCheck(ahead),
                new DefaultClassCheck(list(StorageClass.class, "storage.k8s.io/v1", ""))));
        checks.addAll(addons());
        return checks;
    }

    private List<Check> addons() throws InterruptedException {
        Set<AddonKind> described = environment.addons().keySet();
        boolean scaled = environment.services().values().stream().anyMatch(service -> service.autoscale() != null);
        List<APIService> metrics = list(APIService.class, "apiregistration.k8s.io/v1", "").stream()
                .filter(service -> service.getMetadata().getName().endsWith(".metrics.k8s.io"))
                .toList();
        return List.of(
                new AddonCheck(
                        "metrics",
                        metrics,
                        described,
                        Set.of(AddonKind.METRICS_SERVER),
                        scaled ? "what is scaled by load stays as it is" : ""),
                new AddonCheck(
                        "ingress classes",
                        list(IngressClass.class, "networking.k8s.io/v1", ""),
                        described,
                        Set.of(AddonKind.INGRESS_NGINX),
                        ""),
                new AddonCheck(
                        "csi drivers",
                        list(CSIDriver.class, "storage.k8s.io/v1", ""),
                        described,
                        Set.of(AddonKind.NFS_CSI),
                        ""));
    }

    private <T extends HasMetadata> List<T> list(Class<T> type, String apiVersion, String namespace)
            throws InterruptedException {
        try {
            return cluster.list(type, apiVersion, namespace);
        } catch (Refusal refusal) {
            return List.of();
        }
    }
}
