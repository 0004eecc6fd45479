package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.cluster.Refusals;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks at what the inventory of an environment names; writes nothing. */
public final class EnvironmentStatus {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private final Cluster cluster;
    private final Manifests manifests;
    private final Clock clock;
    private final Consumer<ApplyEvent> events;
    private final Inventory inventory;
    private final Observation observation;

    public EnvironmentStatus(Cluster cluster, Manifests manifests, Clock clock, Consumer<ApplyEvent> events) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.clock = clock;
        this.events = events;
        this.inventory = new Inventory(cluster, manifests);
        this.observation = new Observation(cluster, manifests.environment());
    }

    /**
     * The verdict about each object.
     *
     * @throws UserError when there is no inventory
     */
    public Map<ObjectId, Readiness> look() throws InterruptedException {
        return look(observation::of);
    }

    /** Knows what is to be said of objects. */
    @FunctionalInterface
    private interface Eyes {
        Map<ObjectId, Readiness> of(Set<ObjectId> ids) throws InterruptedException;
    }

    private Map<ObjectId, Readiness> look(Eyes eyes) throws InterruptedException {
        try {
            Set<ObjectId> ids = inventory.read();
            if (ids.isEmpty()) {
                throw new UserError(
                        manifests.environment() + " is not on this cluster: namespace " + manifests.namespace()
                                + " has no inventory of it",
                        "'slipway apply -e " + manifests.environment()
                                + "' brings it there; -n names another namespace",
                        ExitCode.FAILED);
            }
            ids.removeAll(replaced(ids));
            var verdicts = new TreeMap<>(eyes.of(ids));
            ids.forEach(id -> verdicts.putIfAbsent(id, Readiness.progressing("is not looked at yet")));
            return verdicts;
        } catch (Refusal refusal) {
            throw Refusals.explain("the status of " + manifests.environment(), refusal);
        }
    }

    /** What somebody has put a Secret of his own in the place of, which is not looked at. */
    private Set<ObjectId> replaced(Set<ObjectId> known) throws InterruptedException {
        var replaced = new TreeSet<ObjectId>();
        for (BroughtSecret secret : manifests.brought()) {
            ObjectId id = GeneratedSecrets.id(secret);
            if (known.contains(id)
                    && cluster.get(id)
                            .filter(live -> !Ownership.ours(live, manifests))
                            .isPresent()) {
                replaced.add(id);
            }
        }
        return replaced;
    }

    /**
     * Tells each verdict that is another one than before, until all are ready or the time is over.
     *
     * @return the last verdicts
     */
    public Map<ObjectId, Readiness> watch(Duration timeout) throws InterruptedException {
        try (var lookout = new Lookout(cluster, manifests.environment(), true)) {
            return watch(lookout, clock.instant().plus(timeout));
        }
    }

    private Map<ObjectId, Readiness> watch(Lookout lookout, Instant end) throws InterruptedException {
        Map<ObjectId, Readiness> before = Map.of();
        while (true) {
            Map<ObjectId, Readiness> now = look(lookout::of);
            for (var entry : now.entrySet()) {
                if (!entry.getValue().equals(before.get(entry.getKey()))) {
                    events.accept(new ApplyEvent.Changed(entry.getKey(), entry.getValue()));
                }
            }
            if (ready(now) || !clock.instant().isBefore(end)) {
                return now;
            }
            before = now;
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    /** Whether nothing is left to wait for. */
    public static boolean ready(Map<ObjectId, Readiness> verdicts) {
        return verdicts.values().stream().allMatch(Readiness.Ready.class::isInstance);
    }
}
