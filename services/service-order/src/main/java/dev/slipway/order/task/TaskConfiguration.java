package dev.slipway.order.task;

import dev.slipway.messaging.consumer.Subscription;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which trigger starts which job. A trigger that is lost is made up for by the next one. */
@Configuration(proxyBeanMethods = false)
class TaskConfiguration {
    @Bean
    Subscription<TaskDue> expireAppointmentsDue(Jobs jobs) {
        return due("task.expire-appointments", task -> jobs.later(jobs::expireAppointments));
    }

    @Bean
    Subscription<TaskDue> remindVisitsDue(Jobs jobs) {
        return due("task.remind-visits", task -> jobs.later(() -> jobs.remindVisits(task.scheduledFor())));
    }

    @Bean
    Subscription<TaskDue> reconcileRequestsDue(Jobs jobs) {
        return due("task.reconcile-requests", task -> {
            jobs.later(jobs::reconcileRequests);
            jobs.later(jobs::withdrawLeftBehind);
        });
    }

    @Bean
    Subscription<TaskDue> reconcilePaymentsDue(Jobs jobs) {
        return due("task.reconcile-payments", task -> jobs.later(jobs::reconcilePayments));
    }

    private static Subscription<TaskDue> due(String type, Consumer<TaskDue> start) {
        return new Subscription<>("service-order", type, TaskDue.class, (id, task) -> start.accept(task));
    }
}
