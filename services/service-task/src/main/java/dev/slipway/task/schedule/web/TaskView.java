package dev.slipway.task.schedule.web;

import dev.slipway.task.run.Run;
import dev.slipway.task.schedule.TaskSchedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record TaskView(
        String name,
        String schedule,
        @Nullable RunView lastRun,
        @Nullable Instant nextRunAt) {
    static TaskView of(TaskSchedule task) {
        Run last = task.lastRun();
        return new TaskView(task.name(), task.schedule(), last == null ? null : RunView.of(last), task.nextRunAt());
    }
}
