package dev.slipway.task.schedule;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

/**
 * When tasks are due.
 *
 * @param schedules name of a task → Spring cron expression with six fields, in the platform's time zone; the task's
 *     message has the routing key {@code task.<name>}
 */
@ConfigurationProperties("slipway.task")
record ScheduleSettings(@DefaultValue Map<String, String> schedules) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");

    ScheduleSettings {
        schedules = new TreeMap<>(schedules);
        schedules.forEach((name, cron) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "slipway.task.schedules: '" + name + "' is not lower-case letters, digits and dashes");
            }
            if (!CronExpression.isValidExpression(cron)) {
                throw new IllegalArgumentException(
                        "slipway.task.schedules." + name + ": '" + cron + "' is not a cron expression of six fields");
            }
        });
    }
}
