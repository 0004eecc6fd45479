package dev.slipway.hosp.hospital.mongodb;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.slipway.hosp.announcement.Change;
import dev.slipway.hosp.announcement.Changes;
import dev.slipway.hosp.setting.HospitalChanged;
import dev.slipway.messaging.outbox.Event;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Hospitals whose change has not been told. */
@Component
class HospitalChanges implements Changes {
    private final MongoTemplate mongo;

    HospitalChanges(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Change> unannounced(int most) {
        return mongo
                .find(query(where("unannounced").is(true)).with(Sort.by("_id")).limit(most), HospitalDocument.class)
                .stream()
                .map(HospitalChanges::change)
                .toList();
    }

    private static Change change(HospitalDocument hospital) {
        String id = "hospital-" + hospital.code() + "-" + hospital.version();
        return new Change(
                hospital.code(),
                hospital.version(),
                new Event(id, HospitalChanged.TYPE, new HospitalChanged(hospital.code(), hospital.status())));
    }

    @Override
    public void announced(Change change) {
        mongo.updateFirst(
                query(where("_id").is(change.document()).and("version").is(change.version())),
                new Update().unset("unannounced"),
                HospitalDocument.class);
    }
}
