package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.cluster.Refusals;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Takes one environment from its cluster. Ended at any point and run again, it goes on. */
public final class EnvironmentRemoval implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(400);
    private final Cluster cluster;
    private final Manifests manifests;
    private final Set<String> named;
    private final Clock clock;
    private final Consumer<ApplyEvent> events;
    private final Parallel parallel = new Parallel();
    private final Observation observation;
    private final Inventory inventory;
    private final EnvironmentLease lease;
    private final Removal removal;

    /**
     * A removal of all that the inventory or the description names.
     *
     * @param named kinds that go although data hangs on them, e.g. {@code PersistentVolumeClaim}
     */
    public EnvironmentRemoval(
            Cluster cluster, Manifests manifests, Set<String> named, Clock clock, Consumer<ApplyEvent> events) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.named = Set.copyOf(named);
        this.clock = clock;
        this.events = events;
        this.observation = new Observation(cluster, manifests.environment());
        this.inventory = new Inventory(cluster, manifests);
        this.lease = new EnvironmentLease(cluster, manifests, clock);
        this.removal = new Removal(cluster, manifests, observation, inventory);
    }

    /** What {@link #run} would delete and keep; writes nothing. */
    public Plan plan() throws InterruptedException {
        try {
            return removal.plan(named);
        } catch (Refusal refusal) {
            throw Refusals.explain("environment " + manifests.environment(), refusal);
        }
    }

    /**
     * Does it, and waits until all is gone, with the pods.
     *
     * @return what was deleted and what stays
     * @throws UserError when a deletion is refused, or something is still there in time; what it needs was not deleted
     */
    public Plan run(Duration timeout) throws InterruptedException {
        Instant end = clock.instant().plus(timeout);
        Plan plan = plan();
        if (!plan.writes()) {
            return plan;
        }
        try {
            if (hasHome()) {
                lease.acquire();
            }
            plan = plan();
            remove(plan, end);
        } catch (Refusal refusal) {
            throw Refusals.explain("environment " + manifests.environment(), refusal);
        } finally {
            lease.release();
        }
        return plan;
    }

    /** A namespace that is going takes lease and inventory along. */
    private boolean hasHome() throws InterruptedException {
        return cluster.get(Ownership.namespace(manifests))
                .filter(live -> !Ownership.isBeingDeleted(live))
                .isPresent();
    }

    /** Whether the volumes of claims that go could be looked at; where not, nobody has waited for them. */
    public boolean knowsVolumes() {
        return removal.volumes().known();
    }

    private void remove(Plan plan, Instant end) throws InterruptedException {
        var order = new RemovalOrder(manifests);
        for (List<ObjectId> wave :
                order.waves(going(plan, false), removal.volumes().homes())) {
            remove(wave, end);
        }
        if (hasHome()) {
            note(plan);
            lease.remove();
        }
        remove(going(plan, true), end);
    }

    private List<ObjectId> going(Plan plan, boolean namespaces) {
        return plan.changes().stream()
                .filter(change -> change.action() == Action.DELETE && change.isNamespace() == namespaces)
                .map(Change::id)
                .filter(id -> !id.equals(inventory.id())) // the last to go: until then a removal can be run again
                .toList();
    }

    /** The inventory goes on naming what stays, so that it can be removed later. */
    private void note(Plan plan) throws InterruptedException {
        SortedSet<ObjectId> left = plan.changes().stream()
                .filter(change -> change.action() == Action.KEEP)
                .map(Change::id)
                .filter(id -> !removal.volumes().contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
        if (left.remove(inventory.id())) {
            inventory.write(left);
        } else {
            inventory.delete();
        }
    }

    private void remove(List<ObjectId> wave, Instant end) throws InterruptedException {
        ClaimedVolumes volumes = removal.volumes();
        Map<ObjectId, ObjectNode> there = live(wave);
        parallel.all(there.entrySet().stream()
                        .filter(entry ->
                                !Ownership.isBeingDeleted(entry.getValue()) && !volumes.contains(entry.getKey()))
                        .map(entry -> (Callable<ObjectId>) () -> delete(entry.getKey(), entry.getValue()))
                        .toList())
                .forEach(id -> events.accept(new ApplyEvent.Wrote(id, Action.DELETE)));
        while (!there.isEmpty()) {
            var left = new TreeMap<>(live(there.keySet()));
            there.keySet().stream()
                    .filter(id -> !left.containsKey(id))
                    .forEach(id -> events.accept(new ApplyEvent.Gone(id)));
            there = left;
            pause(there, end);
        }
    }

    /** Volumes that others have made do not show whose they are. */
    private Map<ObjectId, ObjectNode> live(Collection<ObjectId> ids) throws InterruptedException {
        Map<Boolean, List<ObjectId>> split =
                ids.stream().collect(Collectors.partitioningBy(removal.volumes()::contains));
        var live = new TreeMap<>(observation.live(split.getOrDefault(false, List.of())));
        live.putAll(ClaimedVolumes.live(cluster, split.getOrDefault(true, List.of())));
        return live;
    }

    private ObjectId delete(ObjectId id, ObjectNode live) throws InterruptedException {
        try {
            cluster.deleteAfterDependents(id, live.path("metadata").path("uid").asText());
            return id;
        } catch (Refusal refusal) {
            throw Refusals.explain(id.toString(), refusal);
        }
    }

    private void pause(Map<ObjectId, ObjectNode> left, Instant end) throws InterruptedException {
        if (left.isEmpty()) {
            return;
        }
        if (!clock.instant().isBefore(end)) {
            throw new UserError(
                    "still there:\n  "
                            + left.entrySet().stream()
                                    .map(entry -> entry.getKey() + why(entry.getValue()))
                                    .collect(Collectors.joining("\n  ")),
                    "see to what holds it, and run this again: it goes on",
                    ExitCode.TIMED_OUT);
        }
        lease.renew();
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }

    private static String why(ObjectNode live) {
        String told = live.path("status").path("message").asText();
        var finalizers = live.path("metadata").path("finalizers");
        String waits = finalizers.isEmpty() ? "" : ": waits for " + finalizers;
        return told.isEmpty() ? waits : ": " + told;
    }

    @Override
    public void close() {
        parallel.close();
    }
}
