package dev.slipway.hosp.schedule.mongodb;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.slipway.hosp.schedule.Schedule;
import dev.slipway.hosp.schedule.ScheduleFilter;
import dev.slipway.hosp.schedule.ScheduleOffer;
import dev.slipway.hosp.schedule.ScheduleStatus;
import dev.slipway.hosp.schedule.Schedules;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoSchedules implements Schedules {
    private static final Class<ScheduleDocument> TYPE = ScheduleDocument.class;
    private static final Sort ORDER = Sort.by("workDate", "session", "doctor", "_id");

    private final MongoTemplate mongo;
    private final Clock clock;

    MongoSchedules(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Optional<Schedule> find(String id) {
        return Optional.ofNullable(mongo.findById(id, TYPE)).map(ScheduleDocument::schedule);
    }

    @Override
    public List<Schedule> named(String hospitalCode, Collection<String> hospitalScheduleIds) {
        return list(query(
                where("hospitalCode").is(hospitalCode).and("hospitalScheduleId").in(hospitalScheduleIds)));
    }

    @Override
    public Page<Schedule> search(ScheduleFilter filter, PageRequest page) {
        Criteria criteria =
                where("hospitalCode").is(filter.hospitalCode()).and("removed").is(false);
        if (filter.departmentCode() != null) {
            criteria.and("departmentCode").is(filter.departmentCode());
        }
        if (filter.date() != null) {
            criteria.and("workDate").is(filter.date().toString());
        }
        Query query = query(criteria);
        long total = mongo.count(query, TYPE);
        return Page.of(list(query.with(ORDER).skip(page.offset()).limit(page.size())), page, total);
    }

    @Override
    public List<Schedule> between(String hospitalCode, String departmentCode, LocalDate first, LocalDate last) {
        return list(query(where("hospitalCode")
                        .is(hospitalCode)
                        .and("departmentCode")
                        .is(departmentCode)
                        .and("workDate")
                        .gte(first.toString())
                        .lte(last.toString())
                        .and("removed")
                        .is(false))
                .with(ORDER));
    }

    private List<Schedule> list(Query query) {
        return mongo.find(query, TYPE).stream().map(ScheduleDocument::schedule).toList();
    }

    @Override
    public boolean anyFrom(String hospitalCode, String departmentCode, LocalDate first) {
        return mongo.exists(
                query(where("hospitalCode")
                        .is(hospitalCode)
                        .and("departmentCode")
                        .is(departmentCode)
                        .and("workDate")
                        .gte(first.toString())
                        .and("status")
                        .ne(ScheduleDocument.word(ScheduleStatus.CANCELLED))),
                TYPE);
    }

    @Override
    public boolean add(Schedule schedule) {
        try {
            mongo.insert(ScheduleDocument.of(schedule, clock.instant()));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public boolean change(Schedule known, ScheduleOffer offer, boolean removed) {
        Update update = new Update()
                .set("departmentCode", offer.departmentCode())
                .set("title", offer.title())
                .set("doctor", offer.doctor())
                .set("skill", offer.skill())
                .set("workDate", offer.workDate().toString())
                .set("session", ScheduleDocument.word(offer.session()))
                .set("total", offer.total())
                .set("fee", offer.fee())
                .set("status", ScheduleDocument.word(offer.status()))
                .set("removed", removed)
                .set("version", known.version() + 1)
                .set("unannounced", true)
                .set("updatedAt", clock.instant());
        return update(where("_id").is(known.id()).and("version").is(known.version()), update);
    }

    @Override
    public boolean follow(String id, int active, long revision) {
        return update(
                where("_id").is(id).and("revision").lt(revision),
                new Update().set("active", active).set("revision", revision));
    }

    private boolean update(Criteria criteria, Update update) {
        return mongo.updateFirst(query(criteria), update, TYPE).getMatchedCount() == 1;
    }
}
