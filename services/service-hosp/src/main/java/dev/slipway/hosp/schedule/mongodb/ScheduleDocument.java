package dev.slipway.hosp.schedule.mongodb;

import dev.slipway.hosp.schedule.Schedule;
import dev.slipway.hosp.schedule.ScheduleOffer;
import dev.slipway.hosp.schedule.ScheduleStatus;
import dev.slipway.hosp.schedule.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * @param workDate {@code YYYY-MM-DD}, which has no zone and sorts as it stands
 * @param revision of {@code active}, as service-order counts
 * @param unannounced present while the change has not been told
 */
@TypeAlias("schedule")
@Document("schedule")
record ScheduleDocument(
        @Id String id,
        String hospitalCode,
        String hospitalScheduleId,
        String departmentCode,
        String title,
        String doctor,
        String skill,
        String workDate,
        String session,
        int total,
        String fee,
        String status,
        boolean removed,
        int active,
        long revision,
        long version,
        @Nullable Boolean unannounced,
        Instant createdAt,
        Instant updatedAt) {
    static ScheduleDocument of(Schedule schedule, Instant now) {
        ScheduleOffer offer = schedule.offer();
        return new ScheduleDocument(
                schedule.id(),
                schedule.hospitalCode(),
                schedule.hospitalScheduleId(),
                offer.departmentCode(),
                offer.title(),
                offer.doctor(),
                offer.skill(),
                offer.workDate().toString(),
                word(offer.session()),
                offer.total(),
                offer.fee(),
                word(offer.status()),
                schedule.removed(),
                schedule.active(),
                0,
                schedule.version(),
                true,
                now,
                now);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    Schedule schedule() {
        return new Schedule(
                id,
                hospitalCode,
                hospitalScheduleId,
                new ScheduleOffer(
                        departmentCode,
                        title,
                        doctor,
                        skill,
                        LocalDate.parse(workDate),
                        Session.valueOf(session.toUpperCase(Locale.ROOT)),
                        total,
                        fee,
                        ScheduleStatus.valueOf(status.toUpperCase(Locale.ROOT))),
                removed,
                active,
                version);
    }
}
