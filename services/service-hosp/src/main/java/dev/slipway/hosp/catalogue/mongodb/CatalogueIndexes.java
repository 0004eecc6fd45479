package dev.slipway.hosp.catalogue.mongodb;

import static org.springframework.data.domain.Sort.Direction.ASC;

import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** All indexes of the catalogue. They are there before the first request is taken; what is there already stays. */
@Component
class CatalogueIndexes implements SmartLifecycle {
    private static final String HOSPITAL = "hospitalCode";

    private final MongoTemplate mongo;
    private volatile boolean running;

    CatalogueIndexes(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void start() {
        // A hospital's _id is its code.
        index(
                "hospital",
                new Index()
                        .named("region")
                        .on("status", ASC)
                        .on("provinceCode", ASC)
                        .on("cityCode", ASC));
        index(
                "hospital",
                new Index().named("unannounced").on("unannounced", ASC).sparse());
        index(
                "department",
                new Index().named("code").on(HOSPITAL, ASC).on("code", ASC).unique());
        index(
                "schedule",
                new Index()
                        .named("code")
                        .on(HOSPITAL, ASC)
                        .on("hospitalScheduleId", ASC)
                        .unique());
        index(
                "schedule",
                new Index()
                        .named("day")
                        .on(HOSPITAL, ASC)
                        .on("departmentCode", ASC)
                        .on("workDate", ASC));
        index(
                "schedule",
                new Index().named("unannounced").on("unannounced", ASC).sparse());
        running = true;
    }

    private void index(String collection, Index index) {
        mongo.indexOps(collection).createIndex(index);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server and the consumers of messages. */
    @Override
    public int getPhase() {
        return 0;
    }
}
