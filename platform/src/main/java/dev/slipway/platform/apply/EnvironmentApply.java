package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.cluster.Refusals;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings one environment onto its cluster. Ended at any point and run again, it goes on. */
public final class EnvironmentApply implements AutoCloseable {
    private final Cluster cluster;
    private final Manifests manifests;
    private final Consumer<ApplyEvent> events;
    private final Clock clock;
    private final Parallel parallel = new Parallel();
    private final Planner planner;
    private final Steps steps;
    private final EnvironmentLease lease;
    private final Inventory inventory;

    public EnvironmentApply(
            Cluster cluster, Manifests manifests, SecureRandom random, Clock clock, Consumer<ApplyEvent> events) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.events = events;
        this.clock = clock;
        var secrets = new GeneratedSecrets(cluster, manifests, random);
        var brought = new BroughtSecrets(cluster, manifests, random);
        var scaling = new Scaling(cluster, manifests);
        this.inventory = new Inventory(cluster, manifests);
        this.planner = new Planner(cluster, manifests, parallel, secrets, brought, scaling, inventory);
        this.lease = new EnvironmentLease(cluster, manifests, clock);
        this.steps = new Steps(cluster, manifests, secrets, brought, scaling, planner, lease);
    }

    /** What {@link #run} would do, all of it asked of the server; writes nothing. */
    public Plan plan() throws InterruptedException {
        return plan(true);
    }

    private Plan plan(boolean newcomers) throws InterruptedException {
        try {
            return planner.plan(newcomers);
        } catch (Refusal refusal) {
            throw Refusals.explain("the plan", refusal);
        }
    }

    /** The same, held against a saved plan if there is one. */
    public Plan plan(@Nullable SavedPlan saved) throws InterruptedException {
        return held(plan(), saved);
    }

    private Plan held(Plan plan, @Nullable SavedPlan saved) throws InterruptedException {
        if (saved != null) {
            saved.requireSame(
                    plan, versions(plan.changes().stream().map(Change::id).toList()));
        }
        return plan;
    }

    /** The plan with the state of all that it is about; the states are older than the plan, never newer. */
    public SavedPlan save(SavedPlan.Images images, String description) throws InterruptedException {
        Map<ObjectId, String> before = versions(named());
        Plan plan = plan();
        var versions = new TreeMap<String, String>();
        before.forEach((id, version) -> versions.put(id.text(), version));
        return new SavedPlan(
                manifests.environment(),
                manifests.namespace(),
                images,
                cluster.server(),
                description,
                versions,
                plan.changes());
    }

    private Set<ObjectId> named() throws InterruptedException {
        try {
            return inventory.readWithDescribed();
        } catch (Refusal refusal) {
            throw Refusals.explain("the plan", refusal);
        }
    }

    private Map<ObjectId, String> versions(Collection<ObjectId> ids) throws InterruptedException {
        return Versions.of(ids, cluster, parallel);
    }

    /**
     * Does it, and waits until all is ready. When there is nothing to do, nothing is written, not even the lease.
     *
     * @return whether anything was written
     * @throws UserError when an object is refused, fails, or is not ready in time; what needs it was not started
     */
    public boolean run(Duration timeout) throws InterruptedException {
        return run(timeout, null);
    }

    /** The same, exactly as it was saved: nothing is written when something has moved since. */
    public boolean run(Duration timeout, @Nullable SavedPlan saved) throws InterruptedException {
        return run(draft(saved), timeout);
    }

    /**
     * A plan that is about to be carried out.
     *
     * @param lease as it was before, so that it is known whether the plan still holds once the lease is held
     * @param saved which the plan was held against
     */
    public record Draft(String lease, Plan plan, @Nullable SavedPlan saved) {}

    /** The first half of {@link #run(Duration, SavedPlan)}, which writes nothing. */
    public Draft draft(@Nullable SavedPlan saved) throws InterruptedException {
        return new Draft(lease.version(), held(plan(false), saved), saved);
    }

    /** The other half. */
    public boolean run(Draft draft, Duration timeout) throws InterruptedException {
        Instant end = clock.instant().plus(timeout);
        Plan plan = draft.plan();
        if (!plan.writes()) {
            roll(plan, end);
            return false;
        }
        try {
            ensureNamespace();
            Plan valid = lease.acquire().equals(draft.lease()) ? plan : held(plan(false), draft.saved());
            write(valid, end);
        } catch (Refusal refusal) {
            throw Refusals.explain("environment " + manifests.environment(), refusal);
        } finally {
            lease.release();
        }
        return true;
    }

    private void write(Plan plan, Instant end) throws InterruptedException {
        var all = new TreeSet<>(inventory.known());
        plan.changes().stream().map(Change::id).forEach(all::add);
        inventory.write(all);
        roll(plan, end);
        prune(plan);
        inventory.write(plan.changes().stream()
                .filter(change -> change.action() != Action.DELETE)
                .map(Change::id)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Lease and inventory are kept in it. */
    private void ensureNamespace() throws InterruptedException {
        ObjectId id = Ownership.namespace(manifests);
        Optional<HasMetadata> described = manifests.objects().stream()
                .filter(object -> ObjectId.of(object).equals(id))
                .findFirst();
        var live = cluster.get(id);
        live.ifPresent(found -> Ownership.requireStaying(id, found));
        if (live.isEmpty()) {
            HasMetadata wanted = described.orElseThrow(
                    () -> new UserError(id + " is not there", "make it, or describe it", ExitCode.FAILED));
            cluster.apply(Ownership.mark(cluster.tree(wanted), manifests), false);
        }
    }

    private void roll(Plan plan, Instant end) throws InterruptedException {
        var again = new SecondChance(cluster, clock);
        again.give(unready(plan));
        try (var lookout = new Lookout(cluster, manifests.environment())) {
            new Waiting(clock, lease, parallel).until(new Rollout(steps.of(plan), lookout, again, events), end);
        }
    }

    private List<ObjectId> unready(Plan plan) {
        return plan.changes().stream()
                .filter(change -> change.action() == Action.UNCHANGED)
                .map(Change::id)
                .filter(id -> !(planner.readiness(id) instanceof Readiness.Ready))
                .toList();
    }

    private void prune(Plan plan) throws InterruptedException {
        List<ObjectId> gone = plan.changes().stream()
                .filter(change -> change.action() == Action.DELETE)
                .map(Change::id)
                .sorted(Comparator.comparingInt((ObjectId id) -> KindOrder.rank(id.kind()))
                        .reversed())
                .toList();
        plan.changes().stream()
                .filter(change -> change.action() == Action.KEEP)
                .forEach(change -> events.accept(new ApplyEvent.Kept(change.id())));
        for (ObjectId id : gone) {
            lease.renew();
            var live = cluster.get(id);
            if (live.isPresent()) {
                cluster.delete(id, live.get().path("metadata").path("uid").asText());
                events.accept(new ApplyEvent.Wrote(id, Action.DELETE));
            }
        }
    }

    @Override
    public void close() {
        parallel.close();
    }
}
