package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.cluster.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Looks at many objects with few requests: at those of one kind in one namespace with one, and in a namespace that is not
 * there with none.
 */
final class LiveObjects {
    private static final String NAMESPACE = "Namespace";
    private final Cluster cluster;
    private final Parallel parallel;
    private final String selector;

    LiveObjects(Cluster cluster, Parallel parallel, String environment) {
        this.cluster = cluster;
        this.parallel = parallel;
        this.selector = Ownership.ENVIRONMENT + "=" + environment;
    }

    /** Looks at one object, and keeps what it wants to know of it; called from several threads. */
    @FunctionalInterface
    interface Look<T> {
        T at(ObjectId id, Optional<ObjectNode> live) throws InterruptedException;
    }

    /**
     * What the looks have found, for each object that is asked for.
     *
     * @param made what should be there
     */
    <T> Map<ObjectId, T> each(Collection<ObjectId> ids, Set<ObjectId> made, Look<T> look) throws InterruptedException {
        var seen = new HashMap<ObjectId, T>();
        var missing = new HashSet<String>();
        Map<Boolean, List<ObjectId>> split =
                ids.stream().collect(Collectors.partitioningBy(id -> id.kind().equals(NAMESPACE)));
        seen.putAll(all(split.getOrDefault(true, List.of()), made, Set.of(), (id, live) -> {
            if (live.isEmpty()) {
                synchronized (missing) {
                    missing.add(id.name());
                }
            }
            return look.at(id, live);
        }));
        seen.putAll(all(split.getOrDefault(false, List.of()), made, missing, look));
        return seen;
    }

    private <T> Map<ObjectId, T> all(Collection<ObjectId> ids, Set<ObjectId> made, Set<String> missing, Look<T> look)
            throws InterruptedException {
        List<Callable<Map<ObjectId, T>>> work = new ArrayList<>();
        ids.stream()
                .collect(Collectors.groupingBy(ObjectGroup::of))
                .forEach((group, members) -> work.add(() -> missing.contains(group.namespace())
                        ? absent(members, look)
                        : group(group, new TreeSet<>(members), made, look)));
        var seen = new HashMap<ObjectId, T>();
        parallel.all(work).forEach(seen::putAll);
        return seen;
    }

    private static <T> Map<ObjectId, T> absent(Collection<ObjectId> ids, Look<T> look) throws InterruptedException {
        var seen = new HashMap<ObjectId, T>();
        for (ObjectId id : ids) {
            seen.put(id, look.at(id, Optional.empty()));
        }
        return seen;
    }

    /**
     * Of what is the whole cluster's only our own is listed, as there may be much of others; so a list tells nothing of
     * what was never made.
     */
    private <T> Map<ObjectId, T> group(ObjectGroup group, Set<ObjectId> left, Set<ObjectId> made, Look<T> look)
            throws InterruptedException {
        var seen = new HashMap<ObjectId, T>();
        boolean everywhere = group.namespace().isEmpty();
        if (left.stream().filter(id -> !everywhere || made.contains(id)).count() > 1) {
            cluster.each(group, everywhere ? selector : "", live -> {
                var id = group.id(live);
                if (left.remove(id)) {
                    seen.put(id, look.at(id, Optional.of(live)));
                }
            });
            if (!everywhere) {
                seen.putAll(absent(left, look));
                return seen;
            }
        }
        for (ObjectId id : left) {
            seen.put(id, look.at(id, cluster.get(id)));
        }
        return seen;
    }
}
