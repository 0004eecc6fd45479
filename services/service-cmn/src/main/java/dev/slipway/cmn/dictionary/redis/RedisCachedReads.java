package dev.slipway.cmn.dictionary.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.cmn.dictionary.CachedReads;
import dev.slipway.cmn.dictionary.Entry;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Cached reads as JSON texts. While Redis is away everything is forgotten and Redis is asked once in a while only. */
@Component
class RedisCachedReads implements CachedReads {
    private static final Logger LOG = LoggerFactory.getLogger(RedisCachedReads.class);
    private static final String PREFIX = "slipway:cmn:dictionary:";
    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

    private final StringRedisTemplate redis;
    private final ObjectMapper json;
    private final CacheSettings settings;
    private final MeterRegistry metrics;
    private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());

    RedisCachedReads(StringRedisTemplate redis, ObjectMapper json, CacheSettings settings, MeterRegistry metrics) {
        this.redis = redis;
        this.json = json;
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    public Optional<List<Entry>> get(String key) {
        if (rests()) {
            return counted("unavailable");
        }
        try {
            String text = redis.opsForValue().get(PREFIX + key);
            return text == null ? counted("miss") : read(text);
        } catch (DataAccessException away) {
            return rest(away);
        }
    }

    @Override
    public void put(String key, List<Entry> entries) {
        String text = write(entries);
        if (rests()
                || text.getBytes(StandardCharsets.UTF_8).length
                        > settings.largest().toBytes()) {
            return;
        }
        try {
            redis.opsForValue().set(PREFIX + key, text, lifetime());
        } catch (DataAccessException away) {
            rest(away);
        }
    }

    private Duration lifetime() {
        long shortest = settings.lifetime().toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(shortest, shortest + shortest / 5 + 1));
    }

    private boolean rests() {
        return System.nanoTime() - restsUntil.get() < 0;
    }

    private Optional<List<Entry>> rest(DataAccessException away) {
        restsUntil.set(System.nanoTime() + settings.rest().toNanos());
        LOG.warn("Redis is away, dictionaries are read from the database: {}", away.getMessage());
        return counted("unavailable");
    }

    private Optional<List<Entry>> read(String text) {
        try {
            Optional<List<Entry>> entries = Optional.of(json.readValue(text, ENTRIES));
            counted("hit");
            return entries;
        } catch (JsonProcessingException ofAnotherVersion) {
            return counted("miss");
        }
    }

    private String write(List<Entry> entries) {
        try {
            return json.writeValueAsString(entries);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private Optional<List<Entry>> counted(String result) {
        metrics.counter("slipway_dictionary_cache", "result", result).increment();
        return Optional.empty();
    }
}
