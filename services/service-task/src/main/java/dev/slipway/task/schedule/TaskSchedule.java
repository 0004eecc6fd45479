package dev.slipway.task.schedule;

import dev.slipway.task.run.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task and its times.
 *
 * @param schedule cron expression
 * @param lastRun null before the first
 * @param nextRunAt null for a moment at the very first start
 */
public record TaskSchedule(
        String name,
        String schedule,
        @Nullable Run lastRun,
        @Nullable Instant nextRunAt) {}
