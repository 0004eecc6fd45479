package dev.slipway.task.schedule.web;

import dev.slipway.task.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record RunView(
        String runId,
        String task,
        Instant scheduledFor,
        Instant startedAt,
        @Nullable String requestedBy) {
    static RunView of(Run run) {
        return new RunView(run.id(), run.task(), run.scheduledFor(), run.startedAt(), run.requestedBy());
    }
}
