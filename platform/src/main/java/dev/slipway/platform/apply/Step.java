package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import java.util.Set;

/**
 * One object on its way.
 *
 * @param write makes it so on the cluster; does nothing when it is so already
 */
record Step(ObjectId id, String component, Set<String> needs, Action action, Write write) {
    /** A write to the cluster. */
    @FunctionalInterface
    interface Write {
        void run() throws InterruptedException;
    }

    int rank() {
        return KindOrder.rank(id.kind());
    }
}
