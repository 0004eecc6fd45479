package dev.slipway.task.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.slipway.task.run.Runs;
import java.util.List;
import java.util.Map;

/** The tasks there are, with when they ran and will run. */
public final class Schedules {
    private final Map<String, String> crons;
    private final SchedulerClient scheduler;
    private final Runs runs;

    Schedules(Map<String, String> crons, SchedulerClient scheduler, Runs runs) {
        this.crons = crons;
        this.scheduler = scheduler;
        this.runs = runs;
    }

    /** By name. */
    public List<TaskSchedule> all() {
        return crons.keySet().stream().map(this::schedule).toList();
    }

    public boolean contains(String task) {
        return crons.containsKey(task);
    }

    private TaskSchedule schedule(String task) {
        return new TaskSchedule(
                task,
                String.valueOf(crons.get(task)),
                runs.latest(task).orElse(null),
                scheduler
                        .getScheduledExecution(TaskInstanceId.of(task, RecurringTask.INSTANCE))
                        .map(due -> due.getExecutionTime())
                        .orElse(null));
    }
}
