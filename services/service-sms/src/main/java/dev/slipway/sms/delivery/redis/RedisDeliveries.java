package dev.slipway.sms.delivery.redis;

import dev.slipway.messaging.consumer.redis.RedisClaims;
import dev.slipway.sms.delivery.Deliveries;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Key {@code slipway:sms:delivery:<id>}: claimed, then done for seven days. A flush of Redis loses it; a message
 * redelivered after that is recognised by the provider alone.
 */
public final class RedisDeliveries implements Deliveries {

    /** Longer than a provider may take, so that two calls for one message never overlap. */
    private static final Duration CLAIM = Duration.ofSeconds(20);

    private static final Duration KEPT = Duration.ofDays(7);

    private final RedisClaims claims;

    /**
     * Deliveries in this Redis.
     *
     * @param tokens makes a value that no other claimer has
     */
    public RedisDeliveries(StringRedisTemplate redis, Supplier<String> tokens) {
        this.claims = new RedisClaims(redis, tokens, CLAIM, KEPT);
    }

    @Override
    public boolean once(String id, Runnable sending) {
        return claims.once("slipway:sms:delivery:" + id, sending);
    }
}
