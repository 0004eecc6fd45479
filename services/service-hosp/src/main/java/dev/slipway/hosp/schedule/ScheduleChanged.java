package dev.slipway.hosp.schedule;

/** What service-order has to know of a changed schedule. */
public record ScheduleChanged(String scheduleId, String hospitalCode, int total, ScheduleStatus status, long version) {
    /** Routing key. */
    public static final String TYPE = "schedule.changed";

    public static ScheduleChanged of(Schedule schedule) {
        return new ScheduleChanged(
                schedule.id(),
                schedule.hospitalCode(),
                schedule.offer().total(),
                schedule.offer().status(),
                schedule.version());
    }
}
