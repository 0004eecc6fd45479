package dev.slipway.task.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import dev.slipway.task.run.Runs;
import dev.slipway.task.run.TaskTrigger;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {
    @Bean
    List<Task<?>> triggeringTasks(ScheduleSettings settings, ZoneId displayZone, TaskTrigger trigger) {
        return settings.schedules().entrySet().stream()
                .<Task<?>>map(task ->
                        new TriggeringTask(task.getKey(), new CronSchedule(task.getValue(), displayZone), trigger))
                .toList();
    }

    @Bean
    Schedules schedules(ScheduleSettings settings, Scheduler scheduler, Runs runs) {
        return new Schedules(settings.schedules(), scheduler, runs);
    }
}
