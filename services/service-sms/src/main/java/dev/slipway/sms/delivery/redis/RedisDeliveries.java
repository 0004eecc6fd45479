package dev.slipway.sms.delivery.redis;

import dev.slipway.sms.delivery.Deliveries;
import java.time.Duration;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Key {@code sms:delivery:<id>}: {@code claimed} for {@link #CLAIM}, so that a killed claimer's claim ends by itself,
 * then {@code sent} for {@link #KEPT}. A flush loses it; a message redelivered after that is caught by the provider.
 */
public final class RedisDeliveries implements Deliveries {
    /** Longer than the provider's timeout, shorter than what a consumer's retries last. */
    static final Duration CLAIM = Duration.ofSeconds(4);

    static final Duration KEPT = Duration.ofDays(7);

    private static final String CLAIMED = "claimed";

    private final StringRedisTemplate redis;

    public RedisDeliveries(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Claim claim(String id) {
        if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(key(id), CLAIMED, CLAIM))) {
            return Claim.GRANTED;
        }
        return "sent".equals(redis.opsForValue().get(key(id))) ? Claim.SENT : Claim.HELD;
    }

    @Override
    public void sent(String id) {
        redis.opsForValue().set(key(id), "sent", KEPT);
    }

    @Override
    public void release(String id) {
        redis.delete(key(id));
    }

    private static String key(String id) {
        return "sms:delivery:" + id;
    }
}
