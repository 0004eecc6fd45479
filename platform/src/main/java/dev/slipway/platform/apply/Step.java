package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;
import java.util.Set;

/**
 * One object on its way.
 *
 * @param write makes it so on the cluster, or does nothing when it is so already; and tells how it is then
 */
record Step(ObjectId id, String component, Set<String> needs, Action action, Write write) {
    /** A write to the cluster. */
    @FunctionalInterface
    interface Write {
        Readiness run() throws InterruptedException;
    }

    int rank() {
        return KindOrder.rank(id.kind());
    }
}
