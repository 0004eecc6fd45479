package dev.slipway.hosp.hospital.mongodb;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.slipway.hosp.hospital.Hospital;
import dev.slipway.hosp.hospital.HospitalFilter;
import dev.slipway.hosp.hospital.HospitalProfile;
import dev.slipway.hosp.hospital.HospitalStatus;
import dev.slipway.hosp.hospital.Hospitals;
import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoHospitals implements Hospitals {
    private static final Class<HospitalDocument> TYPE = HospitalDocument.class;

    private final MongoTemplate mongo;
    private final Clock clock;

    MongoHospitals(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Optional<Hospital> find(String code) {
        return Optional.ofNullable(mongo.findById(code, TYPE)).map(HospitalDocument::hospital);
    }

    @Override
    public Page<Hospital> search(HospitalFilter filter, PageRequest page) {
        Query query = query(criteria(filter));
        long total = mongo.count(query, TYPE);
        query.with(Sort.by("_id")).skip(page.offset()).limit(page.size());
        return Page.of(
                mongo.find(query, TYPE).stream().map(HospitalDocument::hospital).toList(), page, total);
    }

    private static Criteria criteria(HospitalFilter filter) {
        Criteria criteria = new Criteria();
        equal(
                criteria,
                "status",
                filter.status() == null ? null : filter.status().word());
        equal(criteria, "grade", filter.grade());
        equal(criteria, "provinceCode", filter.province());
        equal(criteria, "cityCode", filter.city());
        equal(criteria, "districtCode", filter.district());
        if (filter.name() != null) {
            criteria.and("name").regex(Pattern.compile(Pattern.quote(filter.name()), Pattern.CASE_INSENSITIVE));
        }
        if (!filter.without().isEmpty()) {
            criteria.and("_id").nin(filter.without());
        }
        return criteria;
    }

    private static void equal(Criteria criteria, String field, @Nullable String value) {
        if (value != null) {
            criteria.and(field).is(value);
        }
    }

    @Override
    public boolean add(Hospital hospital) {
        try {
            mongo.insert(HospitalDocument.of(hospital, clock.instant()));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    @Override
    public boolean change(Hospital known, HospitalProfile profile) {
        Update update = new Update()
                .set("name", profile.name())
                .set("grade", profile.grade())
                .set("provinceCode", profile.region().provinceCode())
                .set("cityCode", profile.region().cityCode())
                .set("districtCode", profile.region().districtCode())
                .set("address", profile.address())
                .set("logo", profile.logo())
                .set("intro", profile.intro())
                .set("route", profile.route())
                .set("bookingRule", HospitalDocument.Rule.of(profile.bookingRule()));
        return changed(where("_id").is(known.code()).and("version").is(known.version()), update);
    }

    @Override
    public boolean changeStatus(String code, HospitalStatus status) {
        Criteria other = where("_id").is(code).and("status").ne(status.word());
        return changed(other, new Update().set("status", status.word()))
                || find(code).isPresent();
    }

    private boolean changed(Criteria criteria, Update update) {
        update.inc("version", 1L).set("unannounced", true).set("updatedAt", clock.instant());
        return mongo.updateFirst(query(criteria), update, TYPE).getMatchedCount() == 1;
    }
}
