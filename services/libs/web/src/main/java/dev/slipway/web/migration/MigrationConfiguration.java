package dev.slipway.web.migration;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/**
 * Goes on with a migration that was cut off. MySQL commits each statement that changes a schema, so a service stopped in
 * the middle leaves some of them done and the migration marked as failed, which Flyway otherwise refuses for ever. Every
 * script is written so that it can be run again over what it has done ({@code IF NOT EXISTS}, {@code INSERT IGNORE}).
 */
@AutoConfiguration(beforeName = "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration")
@ConditionalOnClass({Flyway.class, FlywayMigrationStrategy.class})
class MigrationConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationConfiguration.class);

    @Bean
    FlywayMigrationStrategy goesOn() {
        return flyway -> {
            MigrationInfo[] known = flyway.info().all();
            if (Arrays.stream(known).anyMatch(migration -> migration.getState().isFailed())) {
                LOG.warn("A migration was cut off at an earlier start; it is run again");
                flyway.repair();
            }
            flyway.migrate();
        };
    }
}
