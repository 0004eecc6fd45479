package dev.slipway.user.wechat.redis;

import dev.slipway.user.wechat.OneTimeValues;
import java.time.Duration;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Repository;

@Repository
class RedisOneTimeValues implements OneTimeValues {
    private static final String PREFIX = "slipway:user:once:";

    private final StringRedisTemplate redis;

    RedisOneTimeValues(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public void put(String token, String value, Duration lifetime) {
        redis.opsForValue().set(PREFIX + token, value, lifetime);
    }

    @Override
    public Optional<String> peek(String token) {
        return Optional.ofNullable(redis.opsForValue().get(PREFIX + token));
    }

    @Override
    public Optional<String> take(String token) {
        return Optional.ofNullable(redis.opsForValue().getAndDelete(PREFIX + token));
    }
}
