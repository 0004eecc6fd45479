package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Watch;
import dev.slipway.platform.readiness.Around;
import dev.slipway.platform.readiness.Readiness;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Objects of one kind and namespace until they are ready. */
final class WatchedGroup implements Watch.Looker, AutoCloseable {
    /** Most pods work by then; and what is wrong with one shows for much longer. */
    private static final Duration BETWEEN_LOOKS_AROUND = Duration.ofSeconds(2);

    /** A write that changed nothing is never told. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private final Cluster cluster;
    private final ObjectGroup group;
    private final Watch watch;
    private final Map<ObjectId, WatchedObject> objects = new HashMap<>();
    private long lookedAround = System.nanoTime() - BETWEEN_LOOKS_AROUND.toNanos();
    private boolean listed;

    WatchedGroup(Cluster cluster, ObjectGroup group, Watch watch) {
        this.cluster = cluster;
        this.group = group;
        this.watch = watch;
    }

    /** What was seen of it before does not count. */
    void wrote(ObjectId id, String version) {
        objects.put(id, new WatchedObject(version));
    }

    /** Looks at these, and no longer at others. */
    void look(Collection<ObjectId> ids) throws InterruptedException {
        objects.keySet().retainAll(ids);
        ids.forEach(id -> objects.computeIfAbsent(id, unknown -> new WatchedObject("")));
        look();
        if (watch.follows() && objects.values().stream().anyMatch(WatchedGroup::isMissed)) {
            watch.forget();
            look();
        }
    }

    private void look() throws InterruptedException {
        listed = false;
        watch.look(this);
        if (listed) {
            objects.values().stream()
                    .filter(object -> object.verdict().isEmpty())
                    .forEach(WatchedObject::miss);
        }
    }

    private static boolean isMissed(WatchedObject object) {
        return object.verdict().isEmpty() && (!object.wasWritten() || object.isOlderThan(LATE));
    }

    private static boolean isReady(WatchedObject object) {
        return object.verdict().filter(Readiness.Ready.class::isInstance).isPresent();
    }

    @Override
    public void anew() {
        listed = true;
        objects.values().forEach(WatchedObject::forget);
    }

    @Override
    public void there(ObjectNode live) {
        WatchedObject object = objects.get(group.id(live));
        if (object != null && !object.isAfter(live)) {
            object.see(cluster.typed(live));
        }
    }

    @Override
    public void gone(ObjectNode last) {
        WatchedObject object = objects.get(group.id(last));
        if (object != null && !object.isAfter(last)) {
            object.miss();
        }
    }

    /**
     * Whether it is time to look at what stands around those that are not ready by themselves. What has no pods may be
     * ready at the first look.
     */
    boolean isToLookAround() {
        boolean pods = Bystanders.WITH_PODS.contains(group.kind());
        boolean again = System.nanoTime() - lookedAround >= BETWEEN_LOOKS_AROUND.toNanos();
        return objects.values().stream()
                .filter(WatchedObject::isUnready)
                .anyMatch(object -> pods ? again && object.isOlderThan(BETWEEN_LOOKS_AROUND) : again || object.isNew());
    }

    boolean isUnready() {
        return objects.values().stream().anyMatch(WatchedObject::isUnready);
    }

    void lookAround(Bystanders bystanders) throws InterruptedException {
        lookedAround = System.nanoTime();
        Around around = bystanders.of(group);
        objects.values().forEach(object -> object.lookAround(around));
    }

    boolean isReady() {
        return objects.values().stream().allMatch(WatchedGroup::isReady);
    }

    /** What becomes of them is told from now on. */
    void follow() throws InterruptedException {
        watch.follow();
    }

    /** Those that were seen. */
    Map<ObjectId, Readiness> verdicts() {
        var verdicts = new HashMap<ObjectId, Readiness>();
        objects.forEach((id, object) -> object.verdict().ifPresent(verdict -> verdicts.put(id, verdict)));
        return verdicts;
    }

    /** Whether whoever looks is told when there is something to be seen. */
    boolean tells() {
        return watch.follows();
    }

    @Override
    public void close() {
        watch.close();
    }
}
