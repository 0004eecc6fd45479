package dev.slipway.hosp.schedule.mongodb;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.slipway.hosp.announcement.Change;
import dev.slipway.hosp.announcement.Changes;
import dev.slipway.hosp.schedule.Schedule;
import dev.slipway.hosp.schedule.ScheduleChanged;
import dev.slipway.messaging.outbox.Event;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Schedules whose change has not been told. */
@Component
class ScheduleChanges implements Changes {
    private final MongoTemplate mongo;

    ScheduleChanges(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Change> unannounced(int most) {
        return mongo
                .find(query(where("unannounced").is(true)).with(Sort.by("_id")).limit(most), ScheduleDocument.class)
                .stream()
                .map(ScheduleDocument::schedule)
                .map(ScheduleChanges::change)
                .toList();
    }

    private static Change change(Schedule schedule) {
        String id = "schedule-" + schedule.id() + "-" + schedule.version();
        return new Change(
                schedule.id(), schedule.version(), new Event(id, ScheduleChanged.TYPE, ScheduleChanged.of(schedule)));
    }

    @Override
    public void announced(Change change) {
        mongo.updateFirst(
                query(where("_id").is(change.document()).and("version").is(change.version())),
                new Update().unset("unannounced"),
                ScheduleDocument.class);
    }
}
