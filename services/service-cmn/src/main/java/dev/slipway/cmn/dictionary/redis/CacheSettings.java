package dev.slipway.cmn.dictionary.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The cache of dictionary reads.
 *
 * @param lifetime of a cached read; each lives up to a fifth longer by chance, so that not all expire at once
 * @param largest what is larger as JSON is not cached
 * @param rest how long Redis is not asked after it failed
 */
@ConfigurationProperties("slipway.dictionary.cache")
record CacheSettings(
        @DefaultValue("10m") Duration lifetime,
        @DefaultValue("512KB") DataSize largest,
        @DefaultValue("1s") Duration rest) {
    CacheSettings {
        if (lifetime.toMillis() < 1 || lifetime.toDays() > 1) {
            throw new IllegalArgumentException("slipway.dictionary.cache.lifetime must be within a day");
        }
    }
}
