package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Around;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.readiness.ReadinessRules;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;
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
        Outcome run() throws InterruptedException;
    }

    /**
     * What has come of it.
     *
     * @param version of the object as it was written; empty when it was not
     */
    record Outcome(Readiness readiness, String version) {
        static Outcome unwritten(Readiness readiness) {
            return new Outcome(readiness, "");
        }

        /** Without a look at what stands around it. */
        static Outcome written(HasMetadata live) {
            String version = live.getMetadata().getResourceVersion();
            return new Outcome(ReadinessRules.of(live, Around.NOTHING), Objects.requireNonNullElse(version, ""));
        }
    }

    int rank() {
        return KindOrder.rank(id.kind());
    }
}
