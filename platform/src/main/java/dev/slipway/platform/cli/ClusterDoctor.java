package dev.slipway.platform.cli;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.diagnosis.object.Keys;
import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.cluster.ClockCheck;
import dev.slipway.platform.doctor.cluster.DefaultClassCheck;
import dev.slipway.platform.doctor.cluster.DnsCheck;
import dev.slipway.platform.doctor.cluster.ForeseenCheck;
import dev.slipway.platform.doctor.cluster.PodRoomCheck;
import dev.slipway.platform.doctor.cluster.RoomCheck;
import dev.slipway.platform.doctor.cluster.UnreadableCheck;
import dev.slipway.platform.doctor.cluster.VersionCheck;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.prediction.Demand;
import dev.slipway.platform.prediction.FactFinder;
import dev.slipway.platform.prediction.OwnPods;
import dev.slipway.platform.prediction.Predictions;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Asks a cluster what the checks need; what may not be read is told as such. */
record ClusterDoctor(Cluster cluster, Manifests manifests, Environment environment, Clock clock) {
    private static final String SYSTEM = "kube-system";

    List<Check> checks() throws InterruptedException {
        var described = Objects.requireNonNull(environment.cluster(), "cluster");
        var server = cluster.answer();
        Optional<Duration> ahead = server.date().map(date -> Duration.between(date, clock.instant()));
        var facts = new FactFinder(cluster, manifests, environment, clock).find();
        Optional<List<Node>> nodes = readable().list(Node.class, "v1", "");
        var checks = new ArrayList<Check>(List.of(
                new VersionCheck(described.kubernetes(), server.version()),
                new ForeseenCheck(Predictions.of(facts)),
                room(nodes),
                new PodRoomCheck(nodes.orElse(List.of()), manifests.manifests(), new Keys(environment)),
                dns(),
                new ClockCheck(ahead),
                readable()
                        .list(StorageClass.class, "storage.k8s.io/v1", "")
                        .<Check>map(DefaultClassCheck::new)
                        .orElseGet(() -> new UnreadableCheck("default storage class", "storage classes"))));
        checks.addAll(new AddonDoctor(readable(), environment).checks());
        return checks;
    }

    private Check room(Optional<List<Node>> nodes) throws InterruptedException {
        Optional<List<Pod>> pods = readable().list(Pod.class, "v1", "");
        return nodes.isPresent() && pods.isPresent()
                ? new RoomCheck(nodes.get(), OwnPods.of(manifests).others(pods.get()), Demand.of(manifests))
                : new UnreadableCheck("room", "nodes, and pods of all namespaces");
    }

    private Check dns() throws InterruptedException {
        Optional<List<Service>> services = readable().list(Service.class, "v1", SYSTEM);
        Optional<List<EndpointSlice>> slices = readable().list(EndpointSlice.class, "discovery.k8s.io/v1", SYSTEM);
        return services.isPresent() && slices.isPresent()
                ? new DnsCheck(services.get(), slices.get())
                : new UnreadableCheck("dns", "services and endpoint slices of " + SYSTEM);
    }

    private ReadableCluster readable() {
        return new ReadableCluster(cluster);
    }
}
