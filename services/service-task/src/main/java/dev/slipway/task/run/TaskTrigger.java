package dev.slipway.task.run;

import dev.slipway.messaging.outbox.Event;
import dev.slipway.messaging.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records a run and stores the message that triggers the work, both in one transaction. */
@Component
public class TaskTrigger {
    private final Runs runs;
    private final Outbox outbox;
    private final Supplier<UUID> ids;
    private final Clock clock;

    TaskTrigger(Runs runs, Outbox outbox, Supplier<UUID> ids, Clock clock) {
        this.runs = runs;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Triggers what the schedule says.
     *
     * @param goOn sets the next time it is due, in the same transaction: whoever is killed before the commit has
     *     triggered nothing, and after it nobody triggers this time again
     */
    @Transactional
    public void onSchedule(String task, Instant scheduledFor, Runnable goOn) {
        start(task, scheduledFor, null);
        goOn.run();
    }

    /** Triggers out of turn; the schedule stays as it is. */
    @Transactional
    public Run onRequest(String task, String operator) {
        return start(task, clock.instant(), operator);
    }

    private Run start(String task, Instant scheduledFor, @Nullable String operator) {
        Run run = new Run(ids.get().toString(), task, scheduledFor, clock.instant(), operator);
        runs.add(run);
        outbox.store(new Event(run.id(), "task." + task, new TaskDue(run.id(), scheduledFor)));
        return run;
    }
}
