package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Sees that objects become ready when it happens, with few requests: those of a kind and namespace are listed once, and
 * watched as long as one of them is not ready, or somebody wants to see what becomes of them then. For one thread.
 */
final class Lookout implements AutoCloseable {
    private static final Duration UNTOLD = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private final Cluster cluster;
    private final String selector;
    private final boolean lasting;
    private final Semaphore news = new Semaphore(0);
    private final Map<ObjectGroup, WatchedGroup> groups = new HashMap<>();

    Lookout(Cluster cluster, String environment) {
        this(cluster, environment, false);
    }

    /** @param lasting what is ready is watched too, as it may not stay so */
    Lookout(Cluster cluster, String environment, boolean lasting) {
        this.cluster = cluster;
        this.selector = Ownership.ENVIRONMENT + "=" + environment;
        this.lasting = lasting;
    }

    /** From now on it is looked at as it was written, and never as it was before. */
    void wrote(ObjectId id, String version) {
        group(ObjectGroup.of(id)).wrote(id, version);
        news.release();
    }

    private WatchedGroup group(ObjectGroup group) {
        return groups.computeIfAbsent(
                group, fresh -> new WatchedGroup(cluster, fresh, cluster.watch(fresh, selector, news::release)));
    }

    /** The verdicts about these objects; none about one that was written so late that the server has not told it yet. */
    Map<ObjectId, Readiness> of(Collection<ObjectId> ids) throws InterruptedException {
        Map<ObjectGroup, List<ObjectId>> asked = ids.stream().collect(Collectors.groupingBy(ObjectGroup::of));
        leave(asked.keySet());
        for (var entry : asked.entrySet()) {
            group(entry.getKey()).look(entry.getValue());
        }
        lookAround();
        for (WatchedGroup group : groups.values()) {
            if (lasting || !group.isReady()) {
                group.follow();
            }
        }
        var verdicts = new HashMap<ObjectId, Readiness>();
        groups.values().forEach(group -> verdicts.putAll(group.verdicts()));
        return verdicts;
    }

    private void leave(Collection<ObjectGroup> but) {
        groups.forEach((group, watched) -> {
            if (!but.contains(group)) {
                watched.close();
            }
        });
        groups.keySet().retainAll(but);
    }

    /** Who looks at pods, looks at all of their namespace. */
    private void lookAround() throws InterruptedException {
        var bystanders = new Bystanders(cluster);
        var places = groups.entrySet().stream()
                .filter(entry -> entry.getValue().isToLookAround())
                .map(entry -> place(entry.getKey()))
                .collect(Collectors.toSet());
        for (var entry : groups.entrySet()) {
            if (places.contains(place(entry.getKey())) && entry.getValue().isUnready()) {
                entry.getValue().lookAround(bystanders);
            }
        }
    }

    private static ObjectGroup place(ObjectGroup group) {
        return Bystanders.WITH_PODS.contains(group.kind()) ? new ObjectGroup("v1", "Pod", group.namespace()) : group;
    }

    /** Returns when there is something to be seen, or it is time to look all the same. */
    void await() throws InterruptedException {
        boolean told = groups.values().stream().allMatch(WatchedGroup::tells);
        if (news.tryAcquire((told ? LONGEST : UNTOLD).toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    @Override
    public void close() {
        leave(List.of());
    }
}
