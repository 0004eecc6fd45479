package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes room for an object that has to be made anew. */
record Clearance(Cluster cluster, EnvironmentLease lease) {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int LOOKS = 300;

    /** Waits for the pods too: two of one Job must not work at the same time. */
    void clear(ObjectId id) throws InterruptedException {
        var live = cluster.get(id);
        for (int look = 0; live.isPresent(); look++) {
            if (look == LOOKS) {
                throw new UserError(
                        id + " has to be made anew and does not go", "see what holds it", ExitCode.TIMED_OUT);
            }
            if (!Ownership.isBeingDeleted(live.get())) {
                cluster.deleteAfterDependents(
                        id, live.get().path("metadata").path("uid").asText());
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            lease.renew();
            live = cluster.get(id);
        }
    }
}
