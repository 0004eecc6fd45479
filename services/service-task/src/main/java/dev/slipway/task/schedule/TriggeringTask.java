package dev.slipway.task.schedule;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.slipway.task.run.TaskTrigger;

/**
 * A task whose whole work is its trigger. All of it is done on completion, where the library's own step to the next time
 * joins the transaction of the run; that step is refused when another instance has taken over.
 */
final class TriggeringTask extends RecurringTask<Void> {
    private final Schedule schedule;
    private final TaskTrigger trigger;

    TriggeringTask(String name, Schedule schedule, TaskTrigger trigger) {
        super(name, schedule, Void.class);
        this.schedule = schedule;
        this.trigger = trigger;
    }

    /** The next time is counted from now: however many were missed, one run makes up for them. */
    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        return (complete, operations) -> trigger.onSchedule(
                getName(),
                complete.getExecution().executionTime,
                () -> operations.reschedule(complete, schedule.getNextExecutionTime(complete)));
    }

    @Override
    public void executeRecurringly(TaskInstance<Void> instance, ExecutionContext context) {
        throw new IllegalStateException("The work is done on completion");
    }

    /** A killed holder has triggered nothing: the same time is due again. */
    @Override
    public DeadExecutionHandler<Void> getDeadExecutionHandler() {
        return (complete, operations) -> operations.reschedule(complete, complete.getExecution().executionTime);
    }
}
