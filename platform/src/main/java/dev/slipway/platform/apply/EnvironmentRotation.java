package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.cluster.Refusals;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.manifest.PodTemplates;
import dev.slipway.platform.manifest.Rotation;
import dev.slipway.platform.manifest.Rotations;
import dev.slipway.platform.report.UserError;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replaces generated values of a running environment. First every server takes both values, then the new ones are given
 * out and who has them starts anew, one after the other, then the servers forget the old ones. The Secrets say how far it
 * has come: ended at any point and run again, it goes on with the same values.
 */
public final class EnvironmentRotation implements AutoCloseable {
    private final Cluster cluster;
    private final Manifests manifests;
    private final Rotations rotations;
    private final Clock clock;
    private final Parallel parallel = new Parallel();
    private final EnvironmentLease lease;
    private final RotatedValues values;
    private final RotationSteps steps;

    public EnvironmentRotation(
            Cluster cluster,
            Manifests manifests,
            Rotations rotations,
            SecureRandom random,
            Clock clock,
            Consumer<ApplyEvent> events) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.rotations = rotations;
        this.clock = clock;
        this.lease = new EnvironmentLease(cluster, manifests, clock);
        this.values = new RotatedValues(cluster, manifests, random, lease, events);
        this.steps = new RotationSteps(cluster, manifests, values, clock, lease, parallel, events);
    }

    /**
     * What {@link #run} would do; writes nothing.
     *
     * @param names of secrets that can be rotated; what an earlier run has begun comes along
     */
    public RotationPlan plan(Set<String> names) throws InterruptedException {
        try {
            var entries = new ArrayList<RotationPlan.Entry>();
            stages(names)
                    .forEach((rotation, stage) -> entries.add(new RotationPlan.Entry(
                            rotation.name(),
                            stage != RotatedValues.Stage.NONE,
                            rotation.workloads().stream()
                                    .map(workload -> ObjectId.of(workload.object()))
                                    .toList(),
                            rotation.effect())));
            return new RotationPlan(entries);
        } catch (Refusal refusal) {
            throw Refusals.explain("the rotation", refusal);
        }
    }

    private Map<Rotation, RotatedValues.Stage> stages(Set<String> names) throws InterruptedException {
        var stages = new LinkedHashMap<Rotation, RotatedValues.Stage>();
        Set<String> open = values.openRuns(rotations.possible());
        for (Rotation rotation : rotations.possible()) {
            RotatedValues.Stage stage = values.stage(rotation);
            // A run that is gone on with has come to the end of some values, which stay as it has left them.
            boolean wanted = names.contains(rotation.name()) && !open.contains(values.run(rotation));
            if (stage == RotatedValues.Stage.NONE && wanted) {
                values.requireThere(rotation);
            }
            if (stage != RotatedValues.Stage.NONE || wanted) {
                stages.put(rotation, stage);
            }
        }
        return stages;
    }

    /**
     * Does it, and waits until all is ready and the old values are forgotten.
     *
     * @throws UserError when it cannot be begun, or something fails or is not ready in time; run again, it goes on
     */
    public void run(Set<String> names, Duration timeout) throws InterruptedException {
        Instant end = clock.instant().plus(timeout);
        try {
            check(stages(names));
            lease.acquire();
            rotate(stages(names), end);
        } catch (Refusal refusal) {
            throw Refusals.explain("environment " + manifests.environment(), refusal);
        } finally {
            lease.release();
        }
    }

    private void check(Map<Rotation, RotatedValues.Stage> stages) throws InterruptedException {
        Set<Rotation> all = stages.keySet();
        Collection<Manifest> workloads = workloads(all);
        Set<String> servers = byServer(all).keySet();
        var checks = new RotationChecks(cluster, manifests);
        checks.rights(workloads, !servers.isEmpty());
        RotationChecks.replaced(workloads);
        if (stages.containsValue(RotatedValues.Stage.NONE)) {
            checks.described(Stream.concat(servers.stream(), Stream.of(Rotations.COMPONENT))
                    .collect(Collectors.toSet()));
            checks.ready(Stream.concat(workloads.stream(), podsOf(servers)));
        }
    }

    private Stream<Manifest> podsOf(Set<String> components) {
        return manifests.manifests().stream()
                .filter(manifest -> components.contains(manifest.component()))
                .filter(manifest -> PodTemplates.of(manifest.object()).isPresent());
    }

    private void rotate(Map<Rotation, RotatedValues.Stage> stages, Instant end) throws InterruptedException {
        Set<Rotation> all = stages.keySet();
        values.begin(all);
        List<Rotation> untold = stages.entrySet().stream()
                .filter(entry -> entry.getValue() != RotatedValues.Stage.SWITCHED)
                .map(Map.Entry::getKey)
                .toList();
        tell(Rotation.Phase.ACCEPT, untold, end);
        values.switchOver(all);
        values.handOut(all);
        for (Manifest workload : workloads(all)) {
            steps.startAnew(workload, end);
        }
        tell(Rotation.Phase.RETIRE, all, end);
        values.finish(all);
    }

    private void tell(Rotation.Phase phase, Collection<Rotation> told, Instant end) throws InterruptedException {
        for (var server : byServer(told).entrySet()) {
            steps.run(rotations.jobs().of(server.getKey(), phase, server.getValue()), end);
        }
    }

    /** Those whose server has to be told. */
    private static Map<String, List<Rotation>> byServer(Collection<Rotation> rotations) {
        return rotations.stream()
                .filter(rotation -> !rotation.server().isEmpty())
                .collect(Collectors.groupingBy(Rotation::server, TreeMap::new, Collectors.toList()));
    }

    /** Each once, in the order of the description. */
    private List<Manifest> workloads(Collection<Rotation> rotations) {
        return manifests.manifests().stream()
                .filter(manifest -> rotations.stream()
                        .anyMatch(rotation -> rotation.workloads().contains(manifest)))
                .toList();
    }

    @Override
    public void close() {
        parallel.close();
    }
}
