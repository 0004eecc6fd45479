package dev.slipway.order.task;

import java.time.Instant;

/** A trigger from service-task. */
record TaskDue(String runId, Instant scheduledFor) {}
