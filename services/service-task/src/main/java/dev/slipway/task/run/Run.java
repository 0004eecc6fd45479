package dev.slipway.task.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One triggering of a task.
 *
 * @param scheduledFor when it was due; for a run that makes up for missed ones, the first of these
 * @param startedAt when it was triggered
 * @param requestedBy id of the operator who asked for it; null when the schedule did
 */
public record Run(
        String id,
        String task,
        Instant scheduledFor,
        Instant startedAt,
        @Nullable String requestedBy) {}
