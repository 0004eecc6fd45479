package dev.slipway.task.run;

import java.time.Instant;

/** Payload of the event {@code task.<name>}. */
record TaskDue(String runId, Instant scheduledFor) {}
