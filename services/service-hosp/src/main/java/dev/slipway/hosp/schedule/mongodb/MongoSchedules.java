package dev.slipway.hosp.schedule.mongodb;

import static org.springframework.data.mongodb.core.aggregation.Aggregation.group;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.match;
import static org.springframework.data.mongodb.core.aggregation.Aggregation.newAggregation;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.slipway.hosp.schedule.OpenPlaces;
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
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.ArithmeticOperators;
import org.springframework.data.mongodb.core.aggregation.ComparisonOperators;
import org.springframework.data.mongodb.core.aggregation.ConditionalOperators;
import org.springframework.data.mongodb.core.aggregation.GroupOperation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoSchedules implements Schedules {
    private static final Class<ScheduleDocument> TYPE = ScheduleDocument.class;
    private static final String CANCELLED = ScheduleDocument.word(ScheduleStatus.CANCELLED);
    private static final Sort ORDER = Sort.by("workDate", "session", "doctor", "_id");
    private static final GroupOperation PLACES_A_DAY = group("workDate")
            .sum("total")
            .as("total")
            .sum(ConditionalOperators.when(ComparisonOperators.valueOf("total").greaterThan("active"))
                    .thenValueOf(ArithmeticOperators.valueOf("total").subtract("active"))
                    .otherwise(0))
            .as("available");

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
    public List<Schedule> on(String hospitalCode, String departmentCode, LocalDate date) {
        return list(query(shown(hospitalCode, departmentCode, date, date)).with(ORDER));
    }

    @Override
    public long count(String hospitalCode, String departmentCode, LocalDate date) {
        return mongo.count(query(shown(hospitalCode, departmentCode, date, date)), TYPE);
    }

    @Override
    public List<OpenPlaces> openBetween(String hospitalCode, String departmentCode, LocalDate first, LocalDate last) {
        Criteria open = shown(hospitalCode, departmentCode, first, last)
                .and("status")
                .is(ScheduleDocument.word(ScheduleStatus.OPEN));
        return mongo
                .aggregate(newAggregation(match(open), PLACES_A_DAY), TYPE, PlacesOfDay.class)
                .getMappedResults()
                .stream()
                .map(PlacesOfDay::places)
                .toList();
    }

    private record PlacesOfDay(@Id String workDate, int total, int available) {
        OpenPlaces places() {
            return new OpenPlaces(LocalDate.parse(workDate), total, available);
        }
    }

    private static Criteria shown(String hospitalCode, String departmentCode, LocalDate first, LocalDate last) {
        return where("hospitalCode")
                .is(hospitalCode)
                .and("departmentCode")
                .is(departmentCode)
                .and("workDate")
                .gte(first.toString())
                .lte(last.toString())
                .and("removed")
                .is(false);
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
                        .ne(CANCELLED)),
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
    public boolean change(Schedule known, ScheduleOffer offer) {
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
                .set("removed", false)
                .set("version", known.version() + 1)
                .set("unannounced", true)
                .set("updatedAt", clock.instant());
        return update(where("_id").is(known.id()).and("version").is(known.version()), update);
    }

    @Override
    public boolean cancel(String id) {
        return update(where("_id").is(id).and("status").ne(CANCELLED), cancelled());
    }

    @Override
    public boolean remove(String id) {
        return update(where("_id").is(id).and("removed").is(false), cancelled().set("removed", true));
    }

    /** Depends on nothing that is there, so it needs no version that was read before. */
    private Update cancelled() {
        return new Update()
                .set("status", CANCELLED)
                .inc("version", 1L)
                .set("unannounced", true)
                .set("updatedAt", clock.instant());
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
