package dev.slipway.hosp.catalogue.mongodb;

import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.mongo.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    private static final int CONNECT_SECONDS = 2;
    private static final int ANSWER_SECONDS = 10;

    /** Without these a call would wait half a minute for a server that is away. A write counts when it can't be lost. */
    @Bean
    MongoClientSettingsBuilderCustomizer catalogueTimeouts() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(CONNECT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS));
    }
}
