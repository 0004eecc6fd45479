package dev.slipway.task.schedule.web;

import dev.slipway.security.identity.Caller;
import dev.slipway.task.run.TaskTrigger;
import dev.slipway.task.schedule.Schedules;
import dev.slipway.web.idempotency.Idempotency;
import dev.slipway.web.page.ItemList;
import dev.slipway.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/admin/tasks")
class TaskController {
    private final Schedules schedules;
    private final TaskTrigger trigger;
    private final Idempotency idempotency;

    TaskController(Schedules schedules, TaskTrigger trigger, Idempotency idempotency) {
        this.schedules = schedules;
        this.trigger = trigger;
        this.idempotency = idempotency;
    }

    @GetMapping
    ItemList<TaskView> all() {
        return new ItemList<>(schedules.all().stream().map(TaskView::of).toList());
    }

    @PostMapping("/{name}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunView run(
            Caller caller,
            @PathVariable("name") String name,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (!schedules.contains(name)) {
            throw ProblemException.notFound("There is no such task.");
        }
        return idempotency.once(
                caller.id(),
                key,
                new RunTask(name),
                RunView.class,
                () -> RunView.of(trigger.onRequest(name, caller.id())));
    }

    /** What makes two requests the same. */
    private record RunTask(String name) {}
}
