package dev.slipway.messaging.consumer.redis;

import dev.slipway.messaging.consumer.ConsumedEvents;
import java.time.Duration;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Key {@code consumed:<queue>:<event>}, kept for {@link #KEPT}. The effect is outside: a crash between the two runs it
 * again, so it must be idempotent by itself. After a flush a redelivered event counts as new, for the same reason
 * without harm.
 */
public final class RedisConsumedEvents implements ConsumedEvents {
    /** Longer than any redelivery or replay is expected to take. */
    static final Duration KEPT = Duration.ofDays(7);

    private final StringRedisTemplate redis;

    public RedisConsumedEvents(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public boolean once(String queue, String eventId, Runnable effect) {
        String key = "consumed:" + queue + ":" + eventId;
        if (Boolean.TRUE.equals(redis.hasKey(key))) {
            return false;
        }
        effect.run();
        redis.opsForValue().set(key, "1", KEPT);
        return true;
    }
}
