package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Waits for a rollout, and keeps the lease meanwhile. */
record Waiting(Clock clock, EnvironmentLease lease, Parallel parallel) {
    /** What happens at a time is looked at together. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** @throws UserError when an object is refused, fails, or is not ready in time; what needs it was not started */
    void until(Rollout rollout, Instant end) throws InterruptedException {
        Duration pause = advance(rollout);
        while (!rollout.settled()) {
            if (!clock.instant().isBefore(end)) {
                throw unfinished("not ready in time", rollout.unready(), ExitCode.TIMED_OUT);
            }
            lease.renew();
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            rollout.await();
            pause = advance(rollout);
        }
        UserError refused = rollout.refused();
        if (refused != null) {
            throw refused;
        }
        if (!rollout.successful()) {
            throw unfinished("failed", rollout.unready(), ExitCode.FAILED);
        }
    }

    /** How long to wait at least before the next look: where there is much to look at, looking must not hold up the work itself. */
    private Duration advance(Rollout rollout) throws InterruptedException {
        Duration took = rollout.advance(parallel, clock);
        return Collections.max(List.of(PAUSE, Collections.min(List.of(took, LONGEST))));
    }

    private static UserError unfinished(String how, Map<ObjectId, Readiness> unready, ExitCode exit) {
        String all = unready.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().reason())
                .collect(Collectors.joining("\n  "));
        return new UserError(how + ":\n  " + all, "mend what is named first and run this again: it goes on", exit);
    }
}
