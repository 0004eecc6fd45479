package dev.slipway.hosp.catalogue.mongodb;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Whether the catalogue answers; Boot's own indicator asks for {@code hello}, which the local server lacks. */
@Component("catalogueHealthIndicator")
class CatalogueHealth extends AbstractHealthIndicator {
    private final MongoTemplate mongo;

    CatalogueHealth(MongoTemplate mongo) {
        super("The catalogue does not answer");
        this.mongo = mongo;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        mongo.executeCommand("{ ping: 1 }");
        health.up();
    }
}
