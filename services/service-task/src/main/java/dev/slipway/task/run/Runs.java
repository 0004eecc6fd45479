package dev.slipway.task.run;

import java.time.Instant;
import java.util.Optional;

/** Past runs. */
public interface Runs {
    void add(Run run);

    Optional<Run> latest(String task);

    /** Deletes at most {@code limit} runs that started before this time; returns how many. */
    int forget(Instant before, int limit);
}
