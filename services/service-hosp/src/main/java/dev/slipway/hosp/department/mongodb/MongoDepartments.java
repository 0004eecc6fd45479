package dev.slipway.hosp.department.mongodb;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.slipway.hosp.department.Department;
import dev.slipway.hosp.department.Departments;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

@Repository
class MongoDepartments implements Departments {
    private static final Class<DepartmentDocument> TYPE = DepartmentDocument.class;

    private final MongoTemplate mongo;
    private final Clock clock;

    MongoDepartments(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public List<Department> of(String hospitalCode) {
        return mongo.find(query(where("hospitalCode").is(hospitalCode)).with(Sort.by("code")), TYPE).stream()
                .map(DepartmentDocument::department)
                .toList();
    }

    @Override
    public Optional<Department> find(String hospitalCode, String code) {
        return Optional.ofNullable(mongo.findOne(one(hospitalCode, code), TYPE)).map(DepartmentDocument::department);
    }

    @Override
    public void save(String hospitalCode, Department department) {
        try {
            upsert(hospitalCode, department);
        } catch (DuplicateKeyException insertedMeanwhile) {
            upsert(hospitalCode, department);
        }
    }

    private void upsert(String hospitalCode, Department department) {
        Instant now = clock.instant();
        Update update = new Update()
                .set("name", department.name())
                .set("intro", department.intro())
                .set("parentCode", department.parentCode())
                .set("updatedAt", now)
                .setOnInsert("createdAt", now);
        mongo.upsert(one(hospitalCode, department.code()), update, TYPE);
    }

    @Override
    public boolean remove(String hospitalCode, String code) {
        return mongo.remove(one(hospitalCode, code), TYPE).getDeletedCount() == 1;
    }

    private static Query one(String hospitalCode, String code) {
        return query(where("hospitalCode").is(hospitalCode).and("code").is(code));
    }
}
